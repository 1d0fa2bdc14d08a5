import type { Architecture } from '../../model/architecture.ts';
import type { GroupName, Kind } from '../../model/vocabulary/kinds.ts';
import { elementKeys } from '../../model/vocabulary/vocabulary.ts';
import type { Key } from '../../model/vocabulary/word.ts';
import { boundariesFor } from './fitting.ts';
import { choice } from './suggestion.ts';

/** What is said of nearly every element of a group, and what the rules ask first. */
const usualKeys: Readonly<Record<GroupName, readonly string[]>> = {
  actor: ['authentication'],
  interface: ['exposure', 'renders'],
  edge: ['exposure'],
  application: [],
  tool: ['effects'],
  'control-point': ['guards'],
  model: ['hosting', 'origin'],
  'ml-platform': [],
  state: ['keeps'],
  data: [],
  external: [],
  operations: [],
};

const keysOfKind: Readonly<Record<string, readonly string[]>> = {
  'end-user': ['authentication', 'sign-up'],
  'anonymous-user': [],
  agent: ['autonomy'],
};

/** Values that most people would choose, where that is not the first of the vocabulary. */
const usualValues: Readonly<Record<string, string>> = { authentication: 'federated', origin: 'third-party' };

/** The keys of a new element behind its kind, with a tab stop for each value from 2 on and one behind the last. */
export function usualFacts(architecture: Architecture, kind: Kind): string {
  const within = boundariesFor(architecture, kind).map(({ id }) => id);
  const known = elementKeys(kind.group === 'actor' ? 'actor' : 'component', kind);
  const keys = (keysOfKind[kind.name] ?? usualKeys[kind.group]).flatMap(
    (name) => known.find((key) => key.name === name) ?? [],
  );
  const facts = [
    ...(within.length === 0 ? [] : [`within: ${choice(2, within)}`]),
    ...keys.map((key, at) => `${key.name}: ${valueOf(key, at + 3)}`),
  ];
  return `${facts.map((fact) => `, ${fact}`).join('')}$${keys.length + 3}`;
}

/** The worst plausible value first where one is assumed: who goes on without a look has claimed nothing. */
function valueOf(key: Key, stop: number): string {
  const { name, value, assume } = key;
  if (value.type !== 'word') return `[$${stop}]`;
  const first = assume ?? usualValues[name];
  const words = value.words.map((word) => word.name);
  const ordered = words.toSorted((a, b) => Number(b === first) - Number(a === first));
  return isUsuallyList(key) ? `[${choice(stop, ordered)}]` : choice(stop, ordered);
}

/** Keys that may have several values and seldom do. */
const seldomMany: ReadonlySet<string> = new Set(['from', 'to', 'renders', 'via', 'grants']);

export function isUsuallyList({ name, value }: Key): boolean {
  const takesMany = value.type === 'returns' || ('many' in value && value.many && value.type !== 'text');
  return takesMany && !seldomMany.has(name);
}
