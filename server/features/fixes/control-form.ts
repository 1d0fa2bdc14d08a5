import type { Analysis } from '../../analysis/analysis.ts';
import type { Architecture, ControlStatement } from '../../model/architecture.ts';
import { quote } from '../../model/wording.ts';
import { touches } from '../../text/span.ts';
import { locateAt } from '../edit/locate.ts';
import { setValue } from '../edit/set-value.ts';
import { actionOf, type Action } from './fix.ts';

/** Writes the control at an offset in its long form, or in its short form when it says no more than its status. */
export function controlFormActions({ architecture, tree }: Analysis, offset: number): readonly Action[] {
  const statement = statementsOf(architecture).find(({ span }) => touches(span, offset));
  const found = statement && locateAt(tree, statement.controlSpan);
  if (statement === undefined || found?.path.at(-2) !== 'controls') return [];
  const { path, located } = found;
  const value = located.type === 'entry' ? located.entry.value : located.item;
  if (value?.type === 'scalar') {
    const edits = setValue(tree, path, { status: statement.status });
    return actionOf(`Write ${quote(statement.control)} in its long form`, edits);
  }
  if (value?.type !== 'map' || value.entries.length !== 1) return [];
  return actionOf(
    `Write ${quote(statement.control)} in its short form`,
    setValue(tree, path, statement.status),
  );
}

function statementsOf(architecture: Architecture): readonly ControlStatement[] {
  const { system, boundaries, elements, flows } = architecture;
  return [
    system.controls,
    ...[...boundaries.values(), ...elements.values()].map(({ controls }) => controls),
    ...flows.flatMap(({ controls, returns }) => [controls, returns?.controls ?? []]),
  ].flat();
}
