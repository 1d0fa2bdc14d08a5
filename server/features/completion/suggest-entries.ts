import type { Analysis } from '../../analysis/analysis.ts';
import { classifications, zones } from '../../model/vocabulary/element-keys.ts';
import type { Kind } from '../../model/vocabulary/kinds.ts';
import { kindsOf } from '../../model/vocabulary/vocabulary.ts';
import { mentionsOf, type Namespace } from '../slots/mentions.ts';
import type { Slot } from '../slots/slot.ts';
import type { Hole } from './hole.ts';
import { freeName } from '../free-name.ts';
import { suggestFlows } from './suggest-flows.ts';
import { keysIn } from './suggest-keys.ts';
import { choice, type Draft } from './suggestion.ts';
import { usualFacts } from './usual-facts.ts';

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

/** Snippets of whole entries: `${1:name}: { … }`. */
export function entriesFor(
  analysis: Analysis,
  section: string,
  taken: ReadonlySet<string>,
): readonly Draft[] {
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
      return suggestFlows(analysis, taken);
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

/** Zones whose boundaries usually have others within, and those whose boundaries usually lie in no other. */
const holdsOthers: ReadonlySet<string> = new Set(['environment', 'organization']);
const standsAlone: ReadonlySet<string> = new Set(['external', 'organization', 'environment', 'model']);

function boundaries({ architecture, tree }: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const drawn = new Set([...architecture.boundaries.values()].map(({ zone }) => zone));
  const outer = [...architecture.boundaries.values()].filter(({ zone }) => holdsOthers.has(zone ?? ''));
  const within =
    outer.length === 0
      ? ''
      : `, within: ${choice(
          2,
          outer.map(({ id }) => id),
        )}`;
  const order = Object.keys(usualBoundaries);
  const words = zones
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .toSorted((a, b) => Number(drawn.has(a.name)) - Number(drawn.has(b.name)));
  const wanted = namedElsewhere(tree, 'place', 'within', taken).map((id): Draft => ({
    label: id,
    kind: 'pattern',
    detail: 'named elsewhere',
    snippet: `${id}: { zone: ${choice(1, order)}$2 }$0`,
  }));
  return [
    ...wanted,
    ...words.map(({ name, doc }): Draft => {
      const id = freeName(usualBoundaries[name] ?? name, taken);
      const place = standsAlone.has(name) ? '' : within;
      return {
        label: id,
        kind: 'pattern',
        detail: name,
        doc,
        snippet: `\${1:${id}}: { zone: ${name}${place}$3 }$0`,
      };
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
      return {
        label: kind.name,
        kind: 'pattern',
        detail: kind.doc,
        doc: kind.doc,
        snippet: `\${1:${id}}: { kind: ${kind.name}${usualFacts(architecture, kind)} }$0`,
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

function data({ tree }: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const levels = choice(2, [
    'confidential',
    ...classifications.map(({ name }) => name).filter((name) => name !== 'confidential'),
  ]);
  const wanted = namedElsewhere(tree, 'data', undefined, taken).map((id): Draft => ({
    label: id,
    kind: 'pattern',
    detail: 'named elsewhere',
    snippet: `${id}: { classification: ${levels.replace('2', '1')}$3 }$0`,
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
        snippet: `\${1:${name}}: { classification: ${levels}${name === 'customer-record' ? ', tags: [pii]' : ''}$3 }$0`,
      })),
  ];
}

function identities({ tree }: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const body = `{ kind: ${choice(2, ['workload', 'user-delegated', 'shared-account', 'api-key'])}, privilege: ${choice(3, ['narrow', 'broad', 'wildcard', 'admin'])}$4 }$0`;
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
