import type { Analysis } from '../../analysis/analysis.ts';
import type { Problem } from '../../model/problem.ts';
import { quote } from '../../model/wording.ts';
import { locateAt } from '../edit/locate.ts';
import { addEntry } from '../edit/move-entry.ts';
import { actionOf, type Action } from './fix.ts';

/** Keys whose ids may name actors as well as components. */
const namesElements: ReadonlySet<string> = new Set(['from', 'to', 'writers']);

/** Makes the actor that a dangling id may mean; the component is offered as the problem's own fix. */
export function createActorActions({ tree }: Analysis, problem: Problem): readonly Action[] {
  const isUnknown =
    problem.code === 'dangling-reference' && problem.remedies.some(({ type }) => type === 'add-entry');
  const path = isUnknown ? locateAt(tree, problem.span)?.path : undefined;
  if (!path?.some((key, at) => at >= 2 && namesElements.has(key))) return [];
  const id = tree.text.slice(problem.span.start, problem.span.end).replaceAll(/^["']|["']$/g, '');
  return actionOf(`Add ${quote(id)} to "actors"`, addEntry(tree, 'actors', id, { kind: 'end-user' }));
}
