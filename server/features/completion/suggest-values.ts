import type { Analysis } from '../../analysis/analysis.ts';
import { unknownWord } from '../../model/vocabulary/element-keys.ts';
import { findKind, kindsOf } from '../../model/vocabulary/vocabulary.ts';
import type { Word } from '../../model/vocabulary/word.ts';
import { findEntry } from '../../syntax/tree.ts';
import { daysAfter } from '../days.ts';
import type { Slot } from '../slots/slot.ts';
import type { Drafts } from './complete.ts';
import { fittingZones } from './fitting.ts';
import type { Hole } from './hole.ts';
import { suggestControls } from './suggest-controls.ts';
import { suggestImplementations, suggestServices } from './suggest-services.ts';
import { suggestReferences } from './suggest-references.ts';
import type { Draft } from './suggestion.ts';

type ValueSlot = Slot & { readonly type: 'value' };

export function suggestValues(analysis: Analysis, slot: ValueSlot, hole: Hole): Drafts {
  const { key, map } = slot;
  if (key.value.type === 'controls') {
    const { drafts, incomplete } = suggestControls(
      analysis,
      { ...slot, type: 'control', among: emptyMap(slot) },
      hole,
    );
    return { drafts: drafts.map((draft) => ({ ...draft, snippet: inBraces(draft.snippet) })), incomplete };
  }
  const drafts = draftsOf(analysis, slot, map, hole.typed);
  return { drafts, incomplete: key.value.type === 'service' && hole.typed === '' };
}

function draftsOf(
  analysis: Analysis,
  slot: ValueSlot,
  map: ValueSlot['map'],
  typed: string,
): readonly Draft[] {
  const { key, owner } = slot;
  switch (key.value.type) {
    case 'word': {
      const written = itemsOf(slot);
      const words =
        key.name === 'kind' && (owner.section === 'actors' || owner.section === 'components')
          ? kindsInOrder(analysis, slot)
          : key.value.words;
      return [...words, unknownWord].filter(({ name }) => !written.has(name)).map(toDraft);
    }
    case 'boolean':
      return ['true', 'false', unknownWord.name].map((word) => ({
        label: word,
        kind: 'word',
        snippet: word,
      }));
    case 'integer':
      return integersOf(key.name, key.value.from, key.value.to);
    case 'reference':
    case 'returns':
      return suggestReferences(analysis, slot, itemsOf(slot));
    case 'service':
      return suggestServices(analysis, scalarOf(map, 'kind'), typed);
    case 'date':
      return suggestDates(analysis.options.today);
    case 'text':
      return suggestTexts(analysis, slot);
    default:
      return [];
  }
}

/** Kinds that belong into the boundary come first. */
function kindsInOrder({ architecture }: Analysis, { owner, map }: ValueSlot): readonly Word[] {
  const kinds = kindsOf(owner.section === 'actors' ? 'actor' : 'component');
  const zone = architecture.boundaries.get(scalarOf(map, 'within') ?? '')?.zone;
  if (zone === undefined) return kinds;
  const rank = ({ name }: Word): number => {
    const at = fittingZones(findKind(name)).indexOf(zone);
    return at === -1 ? Infinity : at;
  };
  return kinds.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

function integersOf(name: string, from: number, to: number): readonly Draft[] {
  if (to - from > 20) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const word = String(from + at);
    return { label: word, kind: 'word', detail: name === 'scope' ? scopes[at] : undefined, snippet: word };
  });
}

const scopes: readonly string[] = [
  'consumer app',
  'enterprise app',
  'pre-trained model',
  'fine-tuned model',
  'self-trained model',
];

function suggestDates(today: string): readonly Draft[] {
  const spans: readonly (readonly [number, string])[] = [
    [90, 'in three months'],
    [30, 'in a month'],
    [180, 'in half a year'],
    [365, 'in a year'],
    [0, 'today'],
  ];
  return spans.map(([days, detail]) => {
    const day = daysAfter(today, days);
    return { label: day, kind: 'date', detail, snippet: day };
  });
}

function suggestTexts(analysis: Analysis, { key, owner }: ValueSlot): readonly Draft[] {
  if (key.name === 'by') return suggestImplementations(analysis, owner.control);
  if (key.name !== 'owner') return [];
  const { architecture } = analysis;
  const facts = [
    architecture.system.facts,
    ...architecture.acceptedRisks.map((risk) => risk.facts),
    ...architecture.system.controls.map((control) => control.facts),
  ];
  const owners = new Set(
    facts.flatMap((stated) => stated.get('owner')?.values.map(({ text }) => text) ?? []),
  );
  return [...owners].map((name) => ({
    label: name,
    kind: 'word',
    snippet: name.replaceAll(/[\\$}]/g, String.raw`\$&`),
  }));
}

function toDraft({ name, doc }: Word): Draft {
  return { label: name, kind: 'word', detail: doc, doc, snippet: name };
}

function itemsOf({ list }: ValueSlot): ReadonlySet<string> {
  return new Set(list?.items.flatMap((item) => (item.type === 'scalar' ? [item.text] : [])) ?? []);
}

/** Behind the colon of `controls` an entry needs a map around it. */
function inBraces(snippet: string): string {
  return `{ ${snippet.replace(/\$0$/, '$2')} }$0`;
}

function emptyMap({ map, scalar }: ValueSlot): ValueSlot['map'] {
  return { ...map, span: scalar.span, entries: [] };
}

function scalarOf(map: ValueSlot['map'], key: string): string | undefined {
  const value = findEntry(map, key)?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}
