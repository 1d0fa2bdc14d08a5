import type { Fact, Facts } from '../architecture.ts';
import type { MapEntry, MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import type { Remedy } from '../problem.ts';
import type { Key } from '../vocabulary/word.ts';
import { meaning, quote, quoteAll } from '../wording.ts';
import type { Decoding, Owner } from './decoding.ts';
import { readValue, startOf } from './values.ts';

/** What the keys of one entry say. */
export interface DecodedKeys {
  readonly facts: Facts;
  /** Keys whose value has a structure of its own (controls, returns, …), still to be read. */
  readonly structures: ReadonlyMap<string, MapEntry>;
  /** Keys that say `unknown`. */
  readonly unsaid: ReadonlySet<string>;
  /** Keys that stand in the entry, whether they read or not. */
  readonly written: ReadonlySet<string>;
}

const nothing: DecodedKeys = {
  facts: new Map(),
  structures: new Map(),
  unsaid: new Set(),
  written: new Set(),
};

/**
 * Reads the keys of an entry by the vocabulary and reports unknown, doubled and missing ones.
 * Nothing behind the entry's colon is an entry that says nothing.
 */
export function decodeKeys(
  decoding: Decoding,
  owner: Owner,
  node: SyntaxNode | undefined,
  keys: readonly Key[],
): DecodedKeys {
  const map = asMap(decoding, owner, node, keys);
  if (map === undefined) {
    if (node === undefined || isNothing(node)) reportMissing(decoding, owner, keys, nothing);
    return nothing;
  }
  const facts = new Map<string, Fact>();
  const structures = new Map<string, MapEntry>();
  const unsaid = new Set<string>();
  const first = new Map<string, MapEntry>();
  const keyByName = new Map(keys.map((key) => [key.name, key]));
  for (const entry of map.entries) {
    const name = entry.key.text;
    if (name.startsWith('x-')) continue;
    const before = first.get(name);
    if (before !== undefined) {
      reportDouble(decoding, owner, entry, before);
      continue;
    }
    first.set(name, entry);
    const key = keyByName.get(name);
    if (key === undefined) {
      reportUnknown(decoding, owner, entry, keys);
      continue;
    }
    const type = key.value;
    switch (type.type) {
      case 'controls':
      case 'returns':
      case 'switches':
      case 'parameters':
        if (entry.value?.type === 'scalar' && entry.value.text === 'unknown') unsaid.add(name);
        else structures.set(name, entry);
        break;
      default: {
        if (entry.value === undefined || isNothing(entry.value)) {
          const message = `"${name}" of ${owner.name} has no value: ${meaning(key)}`;
          decoding.report(makeProblem('wrong-type', entry.key.span, message));
          break;
        }
        const reading = readValue(decoding, owner, key, type, entry.value);
        if (reading.type === 'unsaid') unsaid.add(name);
        if (reading.type !== 'stated') break;
        const keySpan = entry.key.span;
        facts.set(name, { key: name, keySpan, span: entry.span, values: reading.values });
      }
    }
  }
  const decoded: DecodedKeys = { facts, structures, unsaid, written: new Set(first.keys()) };
  reportMissing(decoding, owner, keys, decoded);
  return decoded;
}

/** The first value of a fact, as text. */
export function said(facts: Facts, key: string): string | undefined {
  return facts.get(key)?.values[0]?.text;
}

function isNothing(node: SyntaxNode): boolean {
  return node.type === 'scalar' && node.value === null;
}

function asMap(
  decoding: Decoding,
  owner: Owner,
  node: SyntaxNode | undefined,
  keys: readonly Key[],
): MapNode | undefined {
  if (node === undefined || isNothing(node)) return undefined;
  if (node.type === 'map') return node;
  const names = keys.slice(0, 3).map((key) => key.name);
  const found = node.type === 'list' ? 'a list' : quote(node.text);
  const message = `${owner.name} takes keys such as ${quoteAll('and', names)}, not ${found}`;
  decoding.report(makeProblem('wrong-type', startOf(node, decoding), message));
  return undefined;
}

function reportDouble(decoding: Decoding, owner: Owner, entry: MapEntry, before: MapEntry): void {
  const name = quote(entry.key.text);
  decoding.report(
    makeProblem(
      'duplicate-key',
      entry.key.span,
      `${name} stands twice in ${owner.name}; only the first is read`,
      {
        related: [{ text: `the first ${name}`, span: before.key.span }],
        remedies: [{ type: 'remove-entry', title: `Remove the second ${name}`, span: entry.span }],
      },
    ),
  );
}

function reportUnknown(decoding: Decoding, owner: Owner, entry: MapEntry, keys: readonly Key[]): void {
  const name = entry.key.text;
  const elsewhere = owner.elsewhere?.(name);
  const { nearest, hint } =
    elsewhere === undefined
      ? decoding.suggest(name, () => keys.map((key) => key.name), 'it takes')
      : { nearest: [], hint: `; ${elsewhere}` };
  const remedies: Remedy[] = [...replaceWithEach(nearest, entry.key.span)];
  if (nearest.length === 0) {
    remedies.push({ type: 'remove-entry', title: `Remove ${quote(name)}`, span: entry.span });
  }
  const message = `${owner.name} has no key ${quote(name)}${hint}`;
  decoding.report(makeProblem('unknown-key', entry.key.span, message, { remedies }));
}

function reportMissing(decoding: Decoding, owner: Owner, keys: readonly Key[], decoded: DecodedKeys): void {
  const missing = keys.filter(
    (key) => key.required && (!decoded.written.has(key.name) || decoded.unsaid.has(key.name)),
  );
  const absent = missing.map(({ name }) => name).filter((name) => !decoded.written.has(name));
  const title = `Add ${quoteAll('and', absent)}`;
  for (const key of missing) {
    const message = `${owner.name} does not say ${quote(key.name)}: ${meaning(key)}`;
    const { section, id } = owner;
    const remedies: readonly Remedy[] =
      owner.direct && id !== undefined && absent.includes(key.name)
        ? [{ type: 'ask-keys', title, section, id, keys: absent }]
        : [];
    decoding.report(makeProblem('missing-key', owner.span, message, { remedies }));
  }
}
