import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding, Reason } from '../../analysis/finding.ts';
import { unsaidIn } from '../../analysis/facts/reading.ts';
import { quote } from '../../model/wording.ts';
import {
  findKind,
  elementKeys,
  boundaryEntryKeys,
  dataEntryKeys,
  flowEntryKeys,
} from '../../model/vocabulary/vocabulary.ts';
import type { Key } from '../../model/vocabulary/word.ts';
import type { Facts } from '../../model/architecture.ts';
import type { Data } from '../edit/data.ts';
import { setValue } from '../edit/set-value.ts';
import type { Fix } from './fix.ts';

/** For each fact that was assumed, one fix for each value that would say otherwise. */
export function stateFactFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  const asked = new Set<string>();
  return finding.because.flatMap((reason) => {
    const assumption = reason.assumed ? assumptionOf(reason) : undefined;
    if (assumption === undefined) return [];
    const { place, name } = assumption;
    const entry = entryOf(analysis, place);
    const key = entry?.keys.find((candidate) => candidate.name === name);
    if (entry === undefined || key === undefined || entry.facts.has(name) || asked.has(`${name} ${place}`))
      return [];
    asked.add(`${name} ${place}`);
    return answersTo(key).flatMap((answer): readonly Fix[] => {
      const edits = setValue(analysis.tree, [...entry.path, name], answer.value);
      if (edits === undefined) return [];
      const title = `Say what ${quote(name)} is for ${quote(place)}: ${answer.word}`;
      return [{ title, kind: 'suggestion', preferred: false, edits, answers: finding.id }];
    });
  });
}

/** What an assumption is about: a property that is not said, or how confidential data is. */
function assumptionOf({
  text,
  place,
}: Reason): { readonly place: string; readonly name: string } | undefined {
  const unsaid = unsaidIn(text);
  if (unsaid !== undefined) return { place: unsaid.id, name: unsaid.property };
  return text.includes('nothing is said about how confidential')
    ? { place, name: 'classification' }
    : undefined;
}

interface Entry {
  readonly path: readonly string[];
  readonly keys: readonly Key[];
  readonly facts: Facts;
}

function entryOf({ architecture }: Analysis, place: string): Entry | undefined {
  const element = architecture.elements.get(place);
  if (element !== undefined) {
    const section = element.role === 'actor' ? 'actors' : 'components';
    return {
      path: [section, place],
      keys: elementKeys(element.role, findKind(element.kind)),
      facts: element.facts,
    };
  }
  const flow = architecture.flows.find((candidate) => candidate.id === place && candidate.drawn);
  if (flow !== undefined) return { path: ['flows', place], keys: flowEntryKeys, facts: flow.facts };
  const boundary = architecture.boundaries.get(place);
  if (boundary !== undefined)
    return { path: ['boundaries', place], keys: boundaryEntryKeys, facts: boundary.facts };
  const asset = architecture.data.get(place);
  return asset && { path: ['data', place], keys: dataEntryKeys, facts: asset.facts };
}

function answersTo(key: Key): readonly { readonly word: string; readonly value: Data }[] {
  const { value } = key;
  if (value.type === 'boolean')
    return [true, false]
      .map((answer) => ({ word: String(answer), value: answer }))
      .filter(({ word }) => word !== key.assume);
  if (value.type !== 'word') return [];
  const words = value.words.map(({ name }) => name).filter((name) => name !== key.assume);
  return words.map((word) => ({ word, value: value.many ? [word] : word }));
}
