import type { Analysis } from '../../analysis/analysis.ts';
import { classifications, authenticationWays, zones } from '../../model/vocabulary/element-keys.ts';
import type { Kind } from '../../model/vocabulary/kinds.ts';
import { askingPurposes } from '../../model/vocabulary/flow-keys.ts';
import { derivePurpose } from '../../model/vocabulary/purposes.ts';
import { kindsOf } from '../../model/vocabulary/vocabulary.ts';
import { mentionsOf, type Namespace } from '../slots/mentions.ts';
import type { Slot } from '../slots/slot.ts';
import { boundariesFor } from './fitting.ts';
import type { Hole } from './hole.ts';
import { plausibleCalls, type PlausibleCall } from './plausible.ts';
import { keysIn } from './suggest-keys.ts';
import { choice, type Draft } from './suggestion.ts';

/** Whole entries of a section: what is named elsewhere and not there yet, then what is usual. */
export function suggestEntries(
  analysis: Analysis,
  { owner, map }: Slot & { readonly type: 'id' },
  hole: Hole,
): readonly Draft[] {
  const taken = keysIn(map);
  const drafts = entriesFor(analysis, owner.section, taken);
  if (!hole.colonFollows) return drafts;
  // The entry is there: only its name is still wanted.
  return drafts
    .filter(({ label }) => /^[a-z][a-z0-9-]*$/.test(label))
    .map(({ label, kind, detail }) => ({ label, kind, detail, snippet: label }));
}

function entriesFor(analysis: Analysis, section: string, taken: ReadonlySet<string>): readonly Draft[] {
  switch (section) {
    case 'boundaries':
      return boundaries(analysis, taken);
    case 'actors':
      return elements(analysis, 'actor', taken);
    case 'components':
      return elements(analysis, 'component', taken);
    case 'data':
      return data(analysis, taken);
    case 'identities':
      return identities(analysis, taken);
    case 'flows':
      return flows(analysis, taken);
    default:
      return [];
  }
}

const usualBoundaries: Readonly<Record<string, string>> = {
  external: 'internet',
  'user-interface': 'front-door',
  application: 'backend',
  model: 'models',
  data: 'knowledge',
  environment: 'account',
  organization: 'company',
};

function boundaries({ architecture, tree }: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const drawn = new Set([...architecture.boundaries.values()].map(({ zone }) => zone));
  const order = Object.keys(usualBoundaries);
  const words = zones
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .toSorted((a, b) => Number(drawn.has(a.name)) - Number(drawn.has(b.name)));
  const wanted = namedElsewhere(tree, 'place', 'within', taken).map((id): Draft => ({
    label: id,
    kind: 'pattern',
    detail: 'named elsewhere',
    snippet: `${id}: { zone: ${choice(1, order)} }`,
  }));
  return [
    ...wanted,
    ...words.map(({ name, doc }): Draft => {
      const id = freeName(usualBoundaries[name] ?? name, taken);
      return { label: id, kind: 'pattern', detail: name, doc, snippet: `\${1:${id}}: { zone: ${name} }` };
    }),
  ];
}

function elements(
  { architecture }: Analysis,
  role: 'actor' | 'component',
  taken: ReadonlySet<string>,
): readonly Draft[] {
  const drawn = new Set([...architecture.elements.values()].map(({ kind }) => kind));
  const rank = ({ name }: Kind): number => {
    const at = commonKinds.indexOf(name);
    return (at === -1 ? commonKinds.length : at) + (drawn.has(name) ? 100 : 0);
  };
  return kindsOf(role)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((kind): Draft => {
      const id = freeName(usualNames[kind.name] ?? kind.name, taken);
      const within = choice(
        2,
        boundariesFor(architecture, kind).map((boundary) => boundary.id),
      );
      return {
        label: kind.name,
        kind: 'pattern',
        detail: kind.doc,
        doc: kind.doc,
        snippet: `\${1:${id}}: { kind: ${kind.name}, within: ${within}${role === 'actor' ? signIn(kind) : ''} }`,
      };
    });
}

/** The kinds of nearly every system, in the order in which people draw them. */
const commonKinds: readonly string[] = [
  'end-user',
  'internal-user',
  'administrator',
  'chat-ui',
  'agent',
  'orchestrator',
  'llm',
  'vector-store',
  'tool',
  'mcp-server',
  'guardrail',
  'api-gateway',
  'application',
  'embedding-model',
  'database',
  'human-reviewer',
];

const usualNames: Readonly<Record<string, string>> = {
  'end-user': 'customer',
  'internal-user': 'employee',
  'anonymous-user': 'visitor',
  'chat-ui': 'chat',
  agent: 'bot',
  llm: 'model',
  'vector-store': 'articles',
  'embedding-model': 'embedder',
  guardrail: 'shield',
  'human-reviewer': 'reviewer',
};

function signIn(kind: Kind): string {
  if (kind.name === 'anonymous-user') return '';
  const ways = choice(3, [
    'federated',
    ...authenticationWays.map(({ name }) => name).filter((name) => name !== 'federated'),
  ]);
  const signUp = kind.name === 'end-user' ? `, sign-up: ${choice(4, ['open', 'invited', 'directory'])}` : '';
  return `, authentication: ${ways}${signUp}`;
}

function data({ tree }: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const levels = choice(2, [
    'confidential',
    ...classifications.map(({ name }) => name).filter((name) => name !== 'confidential'),
  ]);
  const wanted = namedElsewhere(tree, 'data', undefined, taken).map((id): Draft => ({
    label: id,
    kind: 'pattern',
    detail: 'named elsewhere',
    snippet: `${id}: { classification: ${levels.replace('2', '1')} }`,
  }));
  const usual: readonly (readonly [string, string])[] = [
    ['question', 'what people ask'],
    ['reply', 'what a model answers'],
    ['documents', 'what is looked up'],
    ['customer-record', 'about a person'],
  ];
  return [
    ...wanted,
    ...usual
      .filter(([name]) => !taken.has(name))
      .map(([name, detail]): Draft => ({
        label: name,
        kind: 'pattern',
        detail,
        snippet: `\${1:${name}}: { classification: ${levels}${name === 'customer-record' ? ', tags: [pii]' : ''} }`,
      })),
  ];
}

function identities({ tree }: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const body = `{ kind: ${choice(2, ['workload', 'user-delegated', 'shared-account', 'api-key'])}, privilege: ${choice(3, ['narrow', 'broad', 'wildcard', 'admin'])} }`;
  const wanted = namedElsewhere(tree, 'identity', undefined, taken).map((id): Draft => ({
    label: id,
    kind: 'pattern',
    detail: 'named elsewhere',
    snippet: `${id}: ${body}`,
  }));
  const id = freeName('bot-role', taken);
  return [
    ...wanted,
    { label: id, kind: 'pattern', detail: 'a program’s own identity', snippet: `\${1:${id}}: ${body}` },
  ];
}

/** Whole lines for usual calls that nobody has drawn, the answer included. */
function flows(analysis: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const blank: Draft = {
    label: 'flow',
    kind: 'pattern',
    detail: 'from … to …',
    snippet: `\${1:${freeName('call', taken)}}: { from: ${choice(2, [...analysis.architecture.elements.keys()])}, to: ${choice(3, [...analysis.architecture.elements.keys()])}, carries: [$4], returns: [$5] }`,
  };
  return [...plausibleCalls(analysis.architecture).map((call) => flowLine(analysis, call, taken)), blank];
}

function flowLine(analysis: Analysis, { from, to, name }: PlausibleCall, taken: ReadonlySet<string>): Draft {
  const id = freeName(name, taken);
  const purpose = derivePurpose(from, to);
  const { architecture, reach } = analysis;
  const known = [...architecture.data.keys()];
  const at = (element: string): readonly string[] =>
    known.filter((asset) => reach.elements.get(element)?.assets.has(asset) === true);
  const first = (usual: readonly string[]): readonly string[] => [...new Set([...usual, ...known])];
  const carries = known.length === 0 ? '$2' : choice(2, first(at(from.id)));
  const answers = askingPurposes.has(purpose) || purpose === 'prompt';
  const returns = known.length === 0 ? '$3' : choice(3, first(at(to.id).toReversed()));
  return {
    label: `${id}: ${from.id} → ${to.id}`,
    kind: 'pattern',
    detail: purpose,
    snippet: `\${1:${id}}: { from: ${from.id}, to: ${to.id}${purpose === 'message' ? '' : `, purpose: ${purpose}`}, carries: [${carries}]${answers ? `, returns: [${returns}]` : ''} }`,
  };
}

/** Names that are used and that nothing defines; `key` narrows it to what that key names. */
function namedElsewhere(
  tree: Analysis['tree'],
  namespace: Namespace,
  key: string | undefined,
  taken: ReadonlySet<string>,
): readonly string[] {
  const mentions = mentionsOf(tree).filter((mention) => mention.namespace === namespace);
  const defined = new Set(mentions.filter(({ defines }) => defines).map(({ name }) => name));
  const used = mentions.filter(
    ({ defines, slot }) =>
      !defines && (key === undefined || (slot.type === 'value' && slot.key.name === key)),
  );
  return [...new Set(used.map(({ name }) => name))].filter(
    (name) =>
      !defined.has(name) &&
      !taken.has(name) &&
      /^[a-z][a-z0-9-]{0,63}$/.test(name) &&
      name !== 'end-user' &&
      name !== 'unknown',
  );
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
