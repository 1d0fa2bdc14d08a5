import type { Span } from '../../text/span.ts';
import type { MapEntry, SyntaxNode } from '../../syntax/tree.ts';
import type { ControlStatement, Facts, Place, Switch } from '../architecture.ts';
import { makeProblem } from '../make-problem.ts';
import type { Key } from '../vocabulary/word.ts';
import type { SectionName } from '../vocabulary/vocabulary.ts';
import { quote } from '../wording.ts';
import { decodeControls } from './controls.ts';
import type { Decoding, Owner } from './decoding.ts';
import { namedEntries } from './ids.ts';
import { decodeKeys, said, type DecodedKeys } from './keys.ts';
import { readSwitches } from './switches.ts';
import { startOf } from './values.ts';

/** What every named entry has. */
export interface CommonParts {
  readonly id: string;
  readonly idSpan: Span;
  readonly span: Span;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly facts: Facts;
  readonly switches: readonly Switch[];
}

export interface DecodedEntry {
  readonly owner: Owner;
  readonly keys: DecodedKeys;
  readonly common: CommonParts;
}

/** The entries of a section, the first of each id; a section that is no map is reported. */
export function entriesOf(
  decoding: Decoding,
  section: SectionName,
  node: SyntaxNode | undefined,
): readonly MapEntry[] {
  if (node === undefined || (node.type === 'scalar' && node.value === null)) return [];
  if (node.type !== 'map') {
    const found = node.type === 'list' ? 'a list' : quote(node.text);
    const message = `"${section}" takes a map from id to entry, not ${found}`;
    decoding.report(makeProblem('wrong-type', startOf(node, decoding), message));
    return [];
  }
  const first = new Map<string, MapEntry>();
  for (const entry of namedEntries(node)) if (!first.has(entry.key.text)) first.set(entry.key.text, entry);
  return [...first.values()];
}

export function ownerOf(section: SectionName, entry: MapEntry): Owner {
  const id = entry.key.text;
  return { section, id, name: quote(id), span: entry.key.span, direct: true };
}

export function decodeEntry(
  decoding: Decoding,
  owner: Owner,
  entry: MapEntry,
  keys: readonly Key[],
): DecodedEntry {
  const decoded = decodeKeys(decoding, owner, entry.value, keys);
  const { facts } = decoded;
  if (placeSections.has(owner.section)) decoding.notes.written.set(entry.key.text, decoded.written);
  return {
    owner,
    keys: decoded,
    common: {
      id: entry.key.text,
      idSpan: entry.key.span,
      span: entry.span,
      title: said(facts, 'title'),
      description: said(facts, 'description'),
      facts,
      switches: readSwitches(decoding, facts, owner.name),
    },
  };
}

/** Sections whose entries share one namespace. */
const placeSections: ReadonlySet<SectionName> = new Set(['boundaries', 'actors', 'components', 'flows']);

export function controlsOf(
  decoding: Decoding,
  entry: DecodedEntry,
  place: Place,
): readonly ControlStatement[] {
  return decodeControls(decoding, entry.owner, entry.keys.structures.get('controls')?.value, place);
}
