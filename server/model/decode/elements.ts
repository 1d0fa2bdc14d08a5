import type { MapEntry, SyntaxNode } from '../../syntax/tree.ts';
import { findEntry } from '../../syntax/tree.ts';
import type { Element } from '../architecture.ts';
import { groupKeys } from '../vocabulary/element-keys.ts';
import { groups, type Kind } from '../vocabulary/kinds.ts';
import { elementKeys, findKind } from '../vocabulary/vocabulary.ts';
import type { Key } from '../vocabulary/word.ts';
import { joinWith, quote } from '../wording.ts';
import { makeProblem } from '../make-problem.ts';
import type { Decoding, Owner } from './decoding.ts';
import { controlsOf, decodeEntry, entriesOf, ownerOf } from './entry.ts';
import { nounOfSection, withArticle } from './ids.ts';

type Role = Element['role'];

const sectionOfRole = { actor: 'actors', component: 'components' } as const;
const fallbackKind: Readonly<Record<Role, string>> = { actor: 'end-user', component: 'application' };

/** Actors first, then components; of two with one id the first stays. */
export function decodeElements(
  decoding: Decoding,
  actors: SyntaxNode | undefined,
  components: SyntaxNode | undefined,
): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>();
  const add = (role: Role, section: SyntaxNode | undefined): void => {
    for (const entry of entriesOf(decoding, sectionOfRole[role], section)) {
      const element = decodeElement(decoding, role, entry);
      if (!elements.has(element.id)) elements.set(element.id, element);
    }
  };
  add('actor', actors);
  add('component', components);
  return elements;
}

/** An element whose kind does not read is kept, so that references to it do not dangle. */
function decodeElement(decoding: Decoding, role: Role, entry: MapEntry): Element {
  const stated = findEntry(entry.value, 'kind')?.value;
  const statedKind = stated?.type === 'scalar' ? findKind(stated.text) : undefined;
  const kind = statedKind ?? findKind(fallbackKind[role]);
  const belongsHere = statedKind !== undefined && (statedKind.group === 'actor') === (role === 'actor');

  const section = sectionOfRole[role];
  const owner: Owner = { ...ownerOf(section, entry), elsewhere: (key) => whereKeyBelongs(key, statedKind) };
  if (statedKind !== undefined && !belongsHere && stated !== undefined) {
    const other = role === 'actor' ? 'components' : 'actors';
    const message = `${quote(statedKind.name)} is a kind of ${nounOfSection[other]}; move ${owner.name} to "${other}"`;
    decoding.report(makeProblem('unknown-value', stated.span, message));
  }
  const decoded = decodeEntry(decoding, owner, entry, keysFor(role, statedKind, belongsHere));
  const { common } = decoded;
  return {
    ...common,
    role,
    kind: kind?.name ?? fallbackKind[role],
    kindSpan: stated?.span ?? entry.key.span,
    group: kind?.group ?? (role === 'actor' ? 'actor' : 'application'),
    shape: kind?.shape ?? 'process',
    within: common.facts.get('within')?.values[0]?.text,
    controls: controlsOf(decoding, decoded, { type: 'element', id: common.id }),
  };
}

/** Where the kind does not read, the keys of every group pass: one mistake is one problem. */
function keysFor(role: Role, kind: Kind | undefined, belongsHere: boolean): readonly Key[] {
  if (kind !== undefined && belongsHere) return elementKeys(role, kind);
  const common = elementKeys(role, undefined);
  const own = kind === undefined ? Object.values(groupKeys).flat() : groupKeys[kind.group];
  const taken = new Set(common.map((key) => key.name));
  const kindWord: readonly Key[] =
    kind === undefined
      ? []
      : common
          .filter((key) => key.name === 'kind')
          .map((key) => ({ ...key, value: { type: 'text', many: false } }));
  return [
    ...kindWord,
    ...common.filter((key) => kind === undefined || key.name !== 'kind'),
    ...own.filter((key) => !taken.has(key.name)),
  ];
}

function whereKeyBelongs(key: string, kind: Kind | undefined): string | undefined {
  if (kind === undefined) return undefined;
  const owners = groups.filter((group) => groupKeys[group.name].some((own) => own.name === key));
  if (owners.length === 0) return undefined;
  const titles = owners.map((group) => quote(group.title.toLowerCase()));
  return `it belongs to ${joinWith('and', titles)}, and this is ${withArticle(kind.name)}`;
}
