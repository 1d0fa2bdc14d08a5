import { findKind } from '../../model/vocabulary/vocabulary.ts';
import { returnsKeys } from '../../model/vocabulary/flow-keys.ts';
import { declarationKeys } from '../../model/vocabulary/section-keys.ts';
import {
  defaultsKeys,
  elementKeys,
  flowDefaultKeys,
  keysOfSection,
  sections,
  type Section,
} from '../../model/vocabulary/vocabulary.ts';
import type { Key } from '../../model/vocabulary/word.ts';
import {
  findEntry,
  type ListNode,
  type MapEntry,
  type MapNode,
  type SyntaxNode,
  type SyntaxTree,
} from '../../syntax/tree.ts';
import type { Owner, Slot } from './slot.ts';

/** Every scalar that the vocabulary knows a place for, in the order of the text. An alias brings nothing twice. */
export function slotsOf({ root }: SyntaxTree): readonly Slot[] {
  const seen = new Set<number>();
  return [...slotsOfRoot(root)]
    .filter(({ scalar: { span } }) => !seen.has(span.start) && seen.add(span.start))
    .sort((a, b) => a.scalar.span.start - b.scalar.span.start);
}

function* slotsOfRoot(root: SyntaxNode | undefined): Generator<Slot> {
  if (root?.type !== 'map') return;
  for (const entry of root.entries) {
    yield { type: 'section', scalar: entry.key, map: root };
    const section = sections.find(({ name }) => name === entry.key.text);
    if (section !== undefined) yield* slotsOfSection(section, entry);
  }
}

function* slotsOfSection(section: Section, entry: MapEntry): Generator<Slot> {
  const { name } = section;
  const owner: Owner = { section: name, id: undefined, span: entry.span };
  switch (section.shape) {
    case 'version':
      if (entry.value?.type === 'scalar') yield { type: 'version', scalar: entry.value };
      return;
    case 'entry':
      yield* slotsOfKeys(entry.value, keysOfSection(name), owner);
      return;
    case 'defaults':
      yield* slotsOfKeys(entry.value, defaultsKeys, owner);
      yield* slotsOfKeys(findEntry(entry.value, 'flows')?.value, flowDefaultKeys, owner);
      return;
    case 'entries':
      if (entry.value?.type === 'map') yield* slotsOfEntries(section, entry.value);
  }
}

function* slotsOfEntries({ name }: Section, map: MapNode): Generator<Slot> {
  for (const entry of map.entries) {
    const owner: Owner = { section: name, id: entry.key.text, span: entry.span };
    const type = name === 'accepted-risks' ? 'acceptance' : 'id';
    yield { type, scalar: entry.key, owner, map };
    if (entry.value?.type === 'scalar') yield { type: 'body', scalar: entry.value, owner, map };
    yield* slotsOfKeys(entry.value, keysOfEntry(name, entry), owner);
  }
}

function keysOfEntry(name: Section['name'], { value }: MapEntry): readonly Key[] {
  if (name !== 'actors' && name !== 'components') return keysOfSection(name);
  const kind = findEntry(value, 'kind')?.value;
  const known = kind?.type === 'scalar' ? findKind(kind.text) : undefined;
  return elementKeys(name === 'actors' ? 'actor' : 'component', known);
}

function* slotsOfKeys(node: SyntaxNode | undefined, keys: readonly Key[], owner: Owner): Generator<Slot> {
  if (node?.type !== 'map') return;
  for (const entry of node.entries) {
    yield { type: 'key', scalar: entry.key, owner, map: node, keys };
    const key = keys.find(({ name }) => name === entry.key.text);
    if (key !== undefined && entry.value !== undefined) yield* slotsOfValue(entry.value, key, node, owner);
  }
}

function* slotsOfValue(node: SyntaxNode, key: Key, map: MapNode, owner: Owner): Generator<Slot> {
  switch (node.type) {
    case 'scalar':
      yield { type: 'value', scalar: node, owner, key, map, list: undefined };
      return;
    case 'list':
      if (key.value.type === 'controls') yield* slotsOfListedControls(node, owner);
      else yield* slotsOfItems(node, key, map, owner);
      return;
    case 'map':
      yield* slotsOfStructure(node, key, owner);
  }
}

function* slotsOfItems(list: ListNode, key: Key, map: MapNode, owner: Owner): Generator<Slot> {
  for (const item of list.items) {
    if (item.type === 'scalar') yield { type: 'value', scalar: item, owner, key, map, list };
  }
}

function* slotsOfListedControls(list: ListNode, owner: Owner): Generator<Slot> {
  for (const item of list.items) {
    if (item.type === 'scalar') yield { type: 'control', scalar: item, owner, among: list };
  }
}

function* slotsOfStructure(map: MapNode, key: Key, owner: Owner): Generator<Slot> {
  switch (key.value.type) {
    case 'controls':
      for (const entry of map.entries) yield* slotsOfDeclaration(entry, map, owner);
      return;
    case 'returns':
      yield* slotsOfKeys(map, returnsKeys, { ...owner, returns: true });
      return;
    case 'switches':
      for (const { key: name, value } of map.entries) {
        yield { type: 'option', scalar: name, map };
        if (value?.type === 'scalar') yield { type: 'option-default', scalar: value };
      }
      return;
    case 'parameters':
      if (owner.control === undefined) return;
      for (const { key: name } of map.entries) yield { type: 'parameter', scalar: name, owner, map };
      return;
    default:
  }
}

function* slotsOfDeclaration({ key, value }: MapEntry, map: MapNode, owner: Owner): Generator<Slot> {
  const inner: Owner = { ...owner, control: key.text };
  yield { type: 'control', scalar: key, owner, among: map };
  if (value?.type === 'scalar') yield { type: 'status', scalar: value, owner: inner };
  else yield* slotsOfKeys(value, declarationKeys, inner);
}
