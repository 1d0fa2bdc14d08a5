import { entryKeys, everyElement, groupKeys } from './element-keys.ts';
import { flowFacts, flowKeys } from './flow-keys.ts';
import { kinds, type Kind } from './kinds.ts';
import { acceptedRiskKeys, boundaryKeys, dataKeys, identityKeys, systemKeys } from './section-keys.ts';
import { key, oneOf, type Key, type Word } from './word.ts';

export type SectionName =
  | 'bartizan'
  | 'system'
  | 'defaults'
  | 'boundaries'
  | 'identities'
  | 'actors'
  | 'components'
  | 'data'
  | 'flows'
  | 'accepted-risks';

export interface Section extends Word {
  readonly name: SectionName;
  /** A section of entries is a map from id to entry; the others hold one value. */
  readonly shape: 'version' | 'entry' | 'entries' | 'defaults';
}

/** The top level of a descriptor, in the order in which people write it. */
export const sections: readonly Section[] = [
  section('bartizan', 'version', 'The version of the descriptor language: 1.'),
  section('system', 'entry', 'What the system is, who answers for it, what holds for all of it.'),
  section('defaults', 'defaults', 'What most flows share; a flow’s own word wins.'),
  section('boundaries', 'entries', 'Trust boundaries: where the controls or the trust change.'),
  section('identities', 'entries', 'Identities that components act with.'),
  section('actors', 'entries', 'People and programs outside the system that use it.'),
  section('components', 'entries', 'The parts of the system, and the outside parts it uses.'),
  section('data', 'entries', 'Data assets with their classification.'),
  section('flows', 'entries', 'Calls and deliveries: who opens them, what goes along, what comes back.'),
  section('accepted-risks', 'entries', 'Findings that somebody bears, keyed by `<rule>@<place>`.'),
];

export const formatVersion = 1;

const kindByName: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));

export function findKind(name: string): Kind | undefined {
  return kindByName.get(name);
}

/** The kinds that may stand in a section: actors have theirs, components all others. */
export function kindsOf(role: 'actor' | 'component'): readonly Kind[] {
  return kinds.filter((kind) => (kind.group === 'actor') === (role === 'actor'));
}

function kindKey(role: 'actor' | 'component'): Key {
  return key('kind', oneOf(...kindsOf(role)), 'What it is.', { required: true });
}

/** The keys of an actor or component; those of its group once the kind is known. */
export function elementKeys(role: 'actor' | 'component', kind: Kind | undefined): readonly Key[] {
  const own = kind === undefined ? [] : groupKeys[kind.group];
  return [kindKey(role), ...everyElement, ...own, ...entryKeys];
}

export const boundaryEntryKeys: readonly Key[] = [...boundaryKeys, ...entryKeys];
export const identityEntryKeys: readonly Key[] = [...identityKeys, ...entryKeys];
export const dataEntryKeys: readonly Key[] = [...dataKeys, ...entryKeys];
export const flowEntryKeys: readonly Key[] = [...flowKeys, ...entryKeys];
export const defaultsKeys: readonly Key[] = [
  key('flows', { type: 'parameters' }, 'Keys that hold for every flow which does not say otherwise.'),
];

/** The keys of a section's value or entries; of elements those that fit any kind. */
export function keysOfSection(name: SectionName): readonly Key[] {
  switch (name) {
    case 'bartizan':
      return [];
    case 'system':
      return systemKeys;
    case 'defaults':
      return defaultsKeys;
    case 'boundaries':
      return boundaryEntryKeys;
    case 'identities':
      return identityEntryKeys;
    case 'actors':
      return elementKeys('actor', undefined);
    case 'components':
      return elementKeys('component', undefined);
    case 'data':
      return dataEntryKeys;
    case 'flows':
      return flowEntryKeys;
    case 'accepted-risks':
      return acceptedRiskKeys;
  }
}

export const flowDefaultKeys: readonly Key[] = flowFacts;

/** All properties that an element or a flow may have, by name; groups that share a name share its meaning. */
export const elementProperties: ReadonlyMap<string, Key> = new Map(
  [...everyElement, ...Object.values(groupKeys).flat()].map((property) => [property.name, property]),
);

export const flowProperties: ReadonlyMap<string, Key> = new Map(
  flowKeys.map((property) => [property.name, property]),
);

function section(name: SectionName, shape: Section['shape'], doc: string): Section {
  return { name, shape, doc };
}
