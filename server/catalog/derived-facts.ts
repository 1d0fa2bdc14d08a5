import { zones } from '../model/vocabulary/element-keys.ts';
import { groups, kinds } from '../model/vocabulary/kinds.ts';

/**
 * Facts that rules may test although no descriptor states them under this name: the engine derives them
 * from the element or flow, its boundary, its identity or the rest of the architecture.
 */
export interface DerivedFact {
  readonly name: string;
  readonly values: readonly string[];
  readonly doc: string;
  /** What it says of a thing, by value: “lies outside our control”. */
  readonly phrases?: Readonly<Record<string, string>>;
}

export const derivedElementFacts: readonly DerivedFact[] = [
  fact(
    'kind',
    kinds.map((kind) => kind.name),
    'The kind.',
  ),
  fact(
    'group',
    groups.map((group) => group.name),
    'The group of the kind.',
  ),
  fact('shape', ['external-entity', 'process', 'store'], 'The shape in the diagram.'),
  fact('role', ['actor', 'component'], 'Whether it is an actor or a component.'),
  fact(
    'zone',
    zones.map((zone) => zone.name),
    'Its zone, or its nearest boundary’s.',
  ),
  yesOrNo(
    'outside',
    'Whether it lies outside our control: in an external zone, or of group external or actor.',
    'lies outside our control',
    'lies inside our control',
  ),
  yesOrNo(
    'model-driven',
    'Whether a model decides what it does: llm, agent, guard-model, external-agent.',
    'is driven by a model',
    'is not driven by a model',
  ),
  yesOrNo(
    'has-model',
    'Whether a flow to a model is drawn from it, or it is a model.',
    'is or asks a model',
    'neither is nor asks a model',
  ),
  yesOrNo(
    'pinned',
    'Whether a digest or an exact version is stated; `latest` and the like are not exact. Unsaid when neither is stated.',
    'is pinned to a digest or an exact version',
    'is not pinned to an exact version',
  ),
  fact('egress', ['any', 'listed', 'proxied', 'none'], 'Egress of the nearest boundary that states it.'),
  fact('operated-by', ['us', 'provider', 'third-party'], 'Who runs the nearest boundary that states it.'),
  fact(
    'boundary-type',
    ['trust', 'network', 'account', 'tenant', 'sandbox', 'process', 'region'],
    'Types of all boundaries around it.',
  ),
  fact('privilege', ['narrow', 'broad', 'wildcard', 'admin'], 'Privilege of the identity it runs as.'),
  fact(
    'identity-kind',
    ['workload', 'user-delegated', 'shared-account', 'api-key'],
    'Kind of the identity it runs as.',
  ),
  yesOrNo(
    'identity-shared',
    'Whether another component, tools aside, runs as the same identity.',
    'runs as an identity that others share',
    'runs as an identity of its own',
  ),
  fact('lifetime', ['short', 'long'], 'Lifetime of the credentials of the identity it runs as.'),
  {
    ...fact(
      'trust-claim',
      ['unsupported'],
      'Declared trust that lies above the computed trust, without evidence.',
    ),
    phrases: { unsupported: 'declares more trust than what reaches it has, without evidence' },
  },
  {
    ...fact(
      'prompt-enforced',
      ['true'],
      'Whether a control stated here rests on a prompt although it is no behavioural constraint.',
    ),
    phrases: { true: 'states a control that rests on a prompt alone' },
  },
  yesOrNo(
    'answers-people',
    'Whether generated content reaches people through it.',
    'brings generated content to people',
    'brings no generated content to people',
  ),
  yesOrNo(
    'shared-by-users',
    'Whether content of several users or tenants meets here: stated by `keeps`, `multi-tenant`, or tenants of its users.',
    'keeps content of several users or tenants',
    'keeps no content of several users or tenants',
  ),
  yesOrNo(
    'mixed-trust',
    'Whether both trusted and less trusted writers fill it.',
    'is filled by trusted and by less trusted writers',
    'is filled by writers of one trust',
  ),
  yesOrNo(
    'known-writers',
    'Whether a writer or an incoming flow is known.',
    'has a writer that is known',
    'has no writer that is known',
  ),
  yesOrNo(
    'feeds-model',
    'Whether what is kept or made here can reach a model.',
    'keeps or makes what can reach a model',
    'keeps or makes nothing that can reach a model',
  ),
  yesOrNo(
    'rebuildable',
    'Whether all it holds can be made again from another drawn store.',
    'can be made again from another drawn store',
    'cannot be made again from another drawn store',
  ),
];

export const derivedFlowFacts: readonly DerivedFact[] = [
  fact(
    'answer-format',
    ['text', 'markdown', 'html', 'json', 'sql', 'code', 'url', 'binary', 'enumerated'],
    'Format of what comes back.',
  ),
  fact(
    'identity-kind',
    ['end-user', 'workload', 'user-delegated', 'shared-account', 'api-key'],
    'Kind of the identity the call acts with; `end-user` where the user’s own rights are passed on.',
  ),
  fact(
    'privilege',
    ['narrow', 'broad', 'wildcard', 'admin'],
    'Privilege of the identity the call acts with.',
  ),
  fact(
    'network',
    ['public', 'private', 'local'],
    'Whether the hop runs over a public network: an end lies outside, or the called side is exposed to the internet.',
  ),
  yesOrNo(
    'on-behalf-of-user',
    'Whether the call is set off by a user’s request.',
    'is set off by a user’s request',
    'is not set off by a user’s request',
  ),
  yesOrNo(
    'answered',
    'Whether something is said to come back.',
    'brings something back',
    'brings nothing back',
  ),
];

/** What a flow can cross, beside the zones. */
export const crossings: readonly string[] = [
  'boundary',
  'public-network',
  'region',
  'tenant',
  'account',
  'sandbox',
  'out-of-control',
];

function fact(name: string, values: readonly string[], doc: string): DerivedFact {
  return { name, values, doc };
}

function yesOrNo(name: string, doc: string, yes: string, no: string): DerivedFact {
  return { name, values: ['true', 'false'], doc, phrases: { true: yes, false: no } };
}
