import type { Located } from '../../text/span.ts';
import type { MapEntry, SyntaxNode } from '../../syntax/tree.ts';
import type { ControlStatement, Element, Fact, Facts, Flow, Returns } from '../architecture.ts';
import { makeProblem } from '../make-problem.ts';
import { returnsKeys } from '../vocabulary/flow-keys.ts';
import { derivePurpose } from '../vocabulary/purposes.ts';
import { defaultsKeys, flowDefaultKeys, flowEntryKeys } from '../vocabulary/vocabulary.ts';
import { key, references, type Key } from '../vocabulary/word.ts';

import { decodeControls } from './controls.ts';
import type { Decoding, Owner } from './decoding.ts';
import { controlsOf, decodeEntry, entriesOf, ownerOf, type DecodedEntry } from './entry.ts';
import { decodeKeys, type DecodedKeys } from './keys.ts';
import { readValue } from './values.ts';

/** What every flow says that does not say otherwise. */
interface FlowDefaults {
  readonly facts: Facts;
  /** The same statements, placed at a flow. */
  readonly controlsAt: (flow: string) => readonly ControlStatement[];
}

export const transitControl = 'encryption-in-transit';

export function decodeFlows(
  decoding: Decoding,
  section: SyntaxNode | undefined,
  defaults: SyntaxNode | undefined,
  elements: ReadonlyMap<string, Element>,
): readonly Flow[] {
  const preset = decodeDefaults(decoding, defaults);
  return entriesOf(decoding, 'flows', section).flatMap((entry) =>
    decodeFlow(decoding, entry, preset, elements),
  );
}

function decodeDefaults(decoding: Decoding, node: SyntaxNode | undefined): FlowDefaults {
  const nobody: FlowDefaults = { facts: new Map(), controlsAt: () => [] };
  const section = node?.type === 'map' ? node.span : { start: 0, end: 0 };
  const outer: Owner = {
    section: 'defaults',
    id: undefined,
    name: '"defaults"',
    span: section,
    direct: false,
  };
  const entry = decodeKeys(decoding, outer, node, defaultsKeys).structures.get('flows');
  if (entry === undefined) return nobody;
  const owner: Owner = { ...outer, name: '"flows" of "defaults"', span: entry.key.span };
  const keys = decodeKeys(decoding, owner, entry.value, flowDefaultKeys);
  const statements = decodeControls(decoding, owner, keys.structures.get('controls')?.value, {
    type: 'system',
  });
  return {
    facts: keys.facts,
    controlsAt: (id) => statements.map((statement) => ({ ...statement, place: { type: 'flow', id } })),
  };
}

function decodeFlow(
  decoding: Decoding,
  entry: MapEntry,
  defaults: FlowDefaults,
  elements: ReadonlyMap<string, Element>,
): readonly Flow[] {
  const decoded = decodeEntry(decoding, ownerOf('flows', entry), entry, flowEntryKeys);
  const { common } = decoded;
  const facts = withDefaults(decoded.keys, defaults.facts);
  const controls = flowControls(decoding, decoded, facts, defaults);
  const returns = decodeReturns(decoding, decoded);
  const purpose = facts.get('purpose')?.values[0];
  for (const end of [...(facts.get('from')?.values ?? []), ...(facts.get('to')?.values ?? [])]) {
    decoding.notes.mentioned.add(end.text);
  }
  const pairs = pairsOf(facts);
  return pairs.flatMap(({ from, to }, index): readonly Flow[] => {
    const source = elements.get(from.text);
    const target = elements.get(to.text);
    if (source === undefined || target === undefined) return [];
    return [
      {
        ...common,
        facts,
        key: pairs.length === 1 ? common.id : `${common.id}#${index + 1}`,
        from,
        to,
        carries: facts.get('carries')?.values,
        returns,
        purpose: purpose?.text ?? derivePurpose(source, target),
        purposeSpan: purpose?.span,
        controls,
        drawn: true,
      },
    ];
  });
}

/** A list against a list never means that something calls itself; one name against the same name does. */
function pairsOf(facts: Facts): readonly { readonly from: Located; readonly to: Located }[] {
  const sources = facts.get('from')?.values ?? [];
  const targets = facts.get('to')?.values ?? [];
  const pairs = sources.flatMap((from) => targets.map((to) => ({ from, to })));
  return pairs.length === 1 ? pairs : pairs.filter(({ from, to }) => from.text !== to.text);
}

/** A flow's own word wins over a default, and `unknown` takes the default back. */
function withDefaults(keys: DecodedKeys, defaults: Facts): Facts {
  const facts = new Map<string, Fact>(keys.facts);
  for (const [name, fact] of defaults) if (!keys.written.has(name)) facts.set(name, fact);
  return facts;
}

function flowControls(
  decoding: Decoding,
  decoded: DecodedEntry,
  facts: Facts,
  defaults: FlowDefaults,
): readonly ControlStatement[] {
  const { id } = decoded.common;
  const own = controlsOf(decoding, decoded, { type: 'flow', id });
  const stated = new Set(own.map((statement) => statement.control));
  const preset = decoded.keys.unsaid.has('controls') ? [] : defaults.controlsAt(id);
  const all = [...own, ...preset.filter((statement) => !stated.has(statement.control))];
  const encrypted = facts.get('encrypted');
  const word = encrypted?.values[0];
  if (encrypted === undefined || word === undefined) return all;

  const short: ControlStatement = {
    control: transitControl,
    controlSpan: encrypted.keySpan,
    span: encrypted.span,
    place: { type: 'flow', id },
    status: word.text === 'true' ? 'implemented' : 'absent',
    statusSpan: word.span,
    facts: new Map(),
    switches: [],
  };
  const long = all.find((statement) => statement.control === transitControl);
  if (long === undefined) return [...all, short];
  // The long form says more. Against a default it simply wins; against the flow's own word it is a contradiction.
  const isOwn = decoded.keys.facts.has('encrypted') && own.includes(long);
  if (isOwn && isMet(long) !== isMet(short)) reportTwoWords(decoding, decoded, short, long);
  return all;
}

function isMet(statement: ControlStatement): boolean {
  return statement.status === 'implemented' || statement.status === 'inherited';
}

function reportTwoWords(
  decoding: Decoding,
  decoded: DecodedEntry,
  short: ControlStatement,
  long: ControlStatement,
): void {
  const value = short.status === 'implemented' ? 'true' : 'false';
  const message = `"encrypted: ${value}" of ${decoded.owner.name} contradicts "${transitControl}: ${long.status}" of the same flow; keep one of them`;
  decoding.report(
    makeProblem('contradiction', short.span, message, {
      related: [{ text: `"${transitControl}" is ${long.status}`, span: long.span }],
      remedies: [{ type: 'remove-entry', title: 'Remove "encrypted"', span: short.span }],
    }),
  );
}

const listOfData: Key = key('returns', references('data'), 'What comes back.');

function decodeReturns(decoding: Decoding, decoded: DecodedEntry): Returns | undefined {
  const entry = decoded.keys.structures.get('returns');
  if (entry === undefined) return undefined;
  const { value } = entry;
  const { owner, common } = decoded;
  if (value === undefined || (value.type === 'scalar' && value.value === null)) {
    const message = `"returns" of ${owner.name} has no value; list the data that comes back, or write [] when nothing does`;
    const remedies = [
      {
        type: 'replace',
        title: 'Say that nothing comes back',
        span: afterColon(decoding, entry),
        text: ' []',
      },
    ] as const;
    decoding.report(makeProblem('wrong-type', entry.key.span, message, { remedies }));
    return undefined;
  }
  if (value.type !== 'map') {
    const reading = readValue(
      decoding,
      owner,
      listOfData,
      { type: 'reference', to: 'data', many: true },
      value,
    );
    if (reading.type === 'unsaid') return undefined;
    const carries = reading.type === 'stated' ? reading.values : [];
    return { span: entry.span, carries, format: undefined, controls: [] };
  }
  const inner: Owner = { ...owner, name: `"returns" of ${owner.name}`, span: entry.key.span, direct: false };
  const keys = decodeKeys(decoding, inner, value, returnsKeys);
  const place = { type: 'returns', id: common.id } as const;
  return {
    span: entry.span,
    carries: keys.facts.get('carries')?.values ?? [],
    format: keys.facts.get('format')?.values[0],
    controls: decodeControls(decoding, inner, keys.structures.get('controls')?.value, place),
  };
}

/** From behind the colon to the end of the value that is not there. */
function afterColon(decoding: Decoding, entry: MapEntry): { readonly start: number; readonly end: number } {
  const colon = decoding.text.indexOf(':', entry.key.span.end);
  const at = colon === -1 ? entry.key.span.end : colon + 1;
  return { start: at, end: at };
}
