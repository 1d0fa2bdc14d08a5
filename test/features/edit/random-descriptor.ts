import fc from 'fast-check';
import type { Data, DataMap } from '../../../server/features/edit/data.ts';

/** A descriptor as people may have typed it, and what it says. */
export interface RandomDescriptor {
  readonly text: string;
  readonly data: DataMap;
}

type Choose = <T>(arbitrary: fc.Arbitrary<T>) => T;

interface Hand {
  readonly choose: Choose;
  readonly lineEnd: string;
  readonly step: number;
}

const ids = ['bot', 'chat', 'claude', 'mailer', 'backend'];
export const controlNames = [
  'human-approval',
  'rate-limiting',
  'prompt-injection-filter',
  'execution-budget',
];
const statuses = ['implemented', 'planned', 'absent', 'inherited'];

const section: Readonly<Record<string, (hand: Hand) => Data>> = {
  bartizan: () => 1,
  system: (hand) => pick(hand, { name: words, owner: words, scope: () => 3, controls }),
  boundaries: (hand) => entries(hand, { zone: words, within: words, controls, evidence: list }),
  components: (hand) => entries(hand, { kind: words, within: words, controls, holds: list, title: words }),
  flows: (hand) => entries(hand, { from: words, to: words, carries: list, encrypted: () => true, controls }),
};

export const randomDescriptor: fc.Arbitrary<RandomDescriptor> = fc.gen().map((gen) => {
  const choose: Choose = (arbitrary) => gen(constant, arbitrary);
  const hand: Hand = {
    choose,
    lineEnd: choose(fc.constantFrom('\n', '\r\n')),
    step: choose(fc.constantFrom(2, 4)),
  };
  const data: Record<string, Data> = {};
  for (const [name, make] of Object.entries(section)) if (chance(hand, 0.8)) data[name] = make(hand);
  if (Object.keys(data).length === 0) data.bartizan = 1;
  const start = chance(hand, 0.1) ? '\uFEFF' : '';
  const end = chance(hand, 0.8) ? hand.lineEnd : '';
  if (chance(hand, 0.05)) {
    const json = JSON.stringify(data, null, choose(fc.constantFrom(0, 2))).replaceAll('\n', hand.lineEnd);
    return { text: start + json + end, data };
  }
  const header = chance(hand, 0.3)
    ? `# Support chatbot: answers, "quoted" and [bracketed].${hand.lineEnd}`
    : '';
  return { text: start + header + blockMap(hand, data, '') + end, data };
});

function constant<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return arbitrary;
}

function chance({ choose }: Hand, share: number): boolean {
  return choose(fc.integer({ min: 0, max: 99 })) < share * 100;
}

function pick(hand: Hand, makers: Readonly<Record<string, (hand: Hand) => Data>>): DataMap {
  const chosen = Object.entries(makers).filter(() => chance(hand, 0.6));
  return Object.fromEntries(chosen.map(([key, make]) => [key, make(hand)]));
}

function entries(hand: Hand, makers: Readonly<Record<string, (hand: Hand) => Data>>): Data {
  if (chance(hand, 0.05)) return null;
  const chosen = ids.filter(() => chance(hand, 0.5));
  return Object.fromEntries(chosen.map((id) => [id, chance(hand, 0.1) ? null : pick(hand, makers)]));
}

function words({ choose }: Hand): Data {
  return choose(
    fc.constantFrom(
      'agent',
      'it is here',
      'true',
      'a: b',
      "don't",
      'x # y',
      '1.10',
      '- dash',
      'two\nlines\n',
    ),
  );
}

function list(hand: Hand): Data {
  return ['question', 'reply', 'docs', 'notes'].filter(() => chance(hand, 0.5));
}

function controls(hand: Hand): Data {
  const chosen = controlNames.filter(() => chance(hand, 0.4));
  if (chance(hand, 0.3)) return chosen;
  if (chance(hand, 0.1)) return null;
  return Object.fromEntries(chosen.map((name) => [name, declaration(hand)]));
}

function declaration(hand: Hand): Data {
  const status = hand.choose(fc.constantFrom(...statuses));
  return chance(hand, 0.7) ? status : { status, reason: words(hand) };
}

function blockMap(hand: Hand, map: DataMap, indent: string): string {
  return Object.entries(map)
    .map(
      ([key, value]) =>
        above(hand, indent) + indent + keyOf(hand, key) + ':' + blockValue(hand, value, indent),
    )
    .join(hand.lineEnd);
}

function above(hand: Hand, indent: string): string {
  const blank = chance(hand, 0.1) ? hand.lineEnd : '';
  return chance(hand, 0.1) ? `${blank}${indent}# note: { about, what follows${hand.lineEnd}` : blank;
}

function behind(hand: Hand): string {
  return chance(hand, 0.15) ? '  # said } elsewhere, "once' : '';
}

function blockValue(hand: Hand, value: Data, indent: string): string {
  const inner = indent + ' '.repeat(hand.step);
  if (value === null) return chance(hand, 0.2) ? ' ~' : behind(hand);
  if (typeof value === 'string' && value.endsWith('\n')) {
    const [first = '', second = ''] = value.split('\n');
    return ` |${hand.lineEnd}${inner}${first}${hand.lineEnd}${inner}${second}`;
  }
  if (typeof value !== 'object') return ` ${scalar(hand, value)}${behind(hand)}`;
  if (isList(value)) {
    if (value.length === 0 || chance(hand, 0.6)) return ` ${flow(hand, value, indent)}${behind(hand)}`;
    const dash = chance(hand, 0.3) ? indent : inner;
    return (
      behind(hand) +
      value.map((item) => `${hand.lineEnd}${dash}- ${flow(hand, item, indent)}${behind(hand)}`).join('')
    );
  }
  if (Object.keys(value).length === 0 || (indent !== '' && chance(hand, 0.4))) {
    return ` ${flow(hand, value, indent)}${behind(hand)}`;
  }
  return behind(hand) + hand.lineEnd + blockMap(hand, value, inner);
}

function flow(hand: Hand, value: Data, indent: string): string {
  if (value === null || typeof value !== 'object') return scalar(hand, value);
  const parts = isList(value)
    ? value.map((item) => flow(hand, item, indent))
    : Object.entries(value).map(
        ([key, below]) =>
          `${keyOf(hand, key)}:${below === null ? '' : ` ${flow(hand, below, `${indent}    `)}`}`,
      );
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const last = chance(hand, 0.1) ? ',' : '';
  if (chance(hand, 0.2)) {
    const inner = indent + ' '.repeat(hand.step);
    const lines = parts.map((part, at) => inner + part + (at < parts.length - 1 ? ',' : last) + behind(hand));
    return [open, ...lines, indent + (indent === '' ? '' : ' ') + close].join(hand.lineEnd);
  }
  const blank = chance(hand, 0.7) ? ' ' : '';
  return `${open}${blank}${parts.join(', ')}${last}${blank}${close}`;
}

function keyOf(hand: Hand, key: string): string {
  return chance(hand, 0.1) ? JSON.stringify(key) : key;
}

function scalar(hand: Hand, value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '~' : String(value);
  if (value.includes('\n')) return JSON.stringify(value);
  if (/^(?:true|1\.10|- dash)$|[:#']/.test(value)) {
    return chance(hand, 0.5) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;
  }
  return chance(hand, 0.8) ? value : `'${value}'`;
}

function isList(value: Data): value is readonly Data[] {
  return Array.isArray(value);
}
