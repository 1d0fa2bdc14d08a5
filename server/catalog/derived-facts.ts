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
}

const yesNo: readonly string[] = ['true', 'false'];

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
  fact(
    'outside',
    yesNo,
    'Whether it lies outside our control: in an external zone, or of group external or actor.',
  ),
  fact(
    'model-driven',
    yesNo,
    'Whether a model decides what it does: llm, agent, guard-model, external-agent.',
  ),
  fact('has-model', yesNo, 'Whether a flow to a model is drawn from it, or it is a model.'),
  fact(
    'pinned',
    yesNo,
    'Whether a digest or an exact version is stated; `latest` and the like are not exact. Unsaid when neither is stated.',
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
  fact('identity-shared', yesNo, 'Whether another component runs as the same identity.'),
  fact('lifetime', ['short', 'long'], 'Lifetime of the credentials of the identity it runs as.'),
  fact(
    'trust-claim',
    ['unsupported'],
    'Declared trust that lies above the computed trust, without evidence.',
  ),
  fact(
    'prompt-enforced',
    ['true'],
    'Whether a control stated here rests on a prompt although it is no behavioural constraint.',
  ),
  fact('answers-people', yesNo, 'Whether generated content reaches people through it.'),
  fact(
    'shared-by-users',
    yesNo,
    'Whether content of several users or tenants meets here: stated by `keeps`, `multi-tenant`, or tenants of its users.',
  ),
  fact('mixed-trust', yesNo, 'Whether both trusted and less trusted writers fill it.'),
  fact('known-writers', yesNo, 'Whether a writer or an incoming flow is known.'),
  fact('feeds-model', yesNo, 'Whether what is kept or made here can reach a model.'),
  fact('rebuildable', yesNo, 'Whether all it holds can be made again from another drawn store.'),
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
  fact('on-behalf-of-user', yesNo, 'Whether the call is set off by a user’s request.'),
  fact('answered', yesNo, 'Whether something is said to come back.'),
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
