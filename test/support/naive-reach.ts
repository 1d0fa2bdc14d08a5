import type { Architecture, DataAsset, Element, Flow } from '../../server/model/architecture.ts';

/**
 * Computed trust straight from the language page, with no thought of speed: every edge again and again until
 * nothing changes. Written apart from the engine, to be compared with it. It knows no controls, so that data
 * raises its trust by evidence alone.
 */
export function naiveReach(architecture: Architecture): Trusts {
  const edges = edgesOf(architecture);
  const elements = [...architecture.elements.values()];
  const carried = (edge: Edge): readonly string[] =>
    edge.carries ?? [...presentAt(edge.from, edges, elements), any];
  const moves = edges.flatMap((edge) => carried(edge).map((asset) => ({ ...edge, asset })));
  const trusts: Trusts = new Map(elements.map((element) => [element.id, new Map<string, number>()]));
  const lower = (id: string, asset: string, trust: number): boolean => {
    const known = trusts.get(id)?.get(asset);
    if (known !== undefined && known <= trust) return false;
    trusts.get(id)?.set(asset, trust);
    return true;
  };
  const ownTrust = (element: Element): number => ownOf(element) ?? 2;
  const made = (element: Element, counts: (asset: string) => boolean = () => true): number => {
    if (speaksForItself(element)) return ownTrust(element);
    const there = [...(trusts.get(element.id) ?? [])].filter(([asset]) => counts(asset));
    return Math.min(ownTrust(element), isGenerative(element) ? 1 : 2, ...there.map(([, trust]) => trust));
  };
  const isReceived = (id: string, asset: string): boolean =>
    moves.some((move) => move.to === id && move.from !== id && move.asset === asset && move.arrives);

  for (let changed = true; changed;) {
    changed = false;
    for (const element of elements) {
      for (const asset of valuesOf(element, 'holds')) {
        if (!comesIntoBeing(element.id, asset, moves)) continue;
        const trust =
          element.shape === 'store'
            ? made(element, (other) => isReceived(element.id, other))
            : ownTrust(element);
        changed = lower(element.id, asset, declared(architecture.data.get(asset), trust)) || changed;
      }
    }
    for (const { from, to, asset, arrives, enumerated } of moves) {
      const source = architecture.elements.get(from);
      if (source === undefined || !arrives) continue;
      const passed = trusts.get(from)?.get(asset);
      const rewrites = source.group === 'model' || source.kind === 'external-agent';
      const isKept = source.shape === 'store' && valuesOf(source, 'holds').includes(asset);
      const origin = rewrites || (!isKept && comesIntoBeing(from, asset, moves));
      if (!origin && passed === undefined) continue;
      const sent = Math.min(origin ? made(source) : 2, rewrites ? 2 : (passed ?? 2));
      const trust = enumerated ? 2 : declared(architecture.data.get(asset), sent);
      changed = lower(to, asset, trust) || changed;
    }
  }
  return trusts;
}

/** By element and asset: 0 untrusted, 1 semi-trusted, 2 trusted. */
export type Trusts = Map<string, Map<string, number>>;

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly carries: readonly string[] | undefined;
  /** A question to a store leaves nothing there. */
  readonly arrives: boolean;
  readonly enumerated: boolean;
}

const any = '*';
const levels = ['untrusted', 'semi-trusted', 'trusted'];

function edgesOf(architecture: Architecture): readonly Edge[] {
  return architecture.flows.flatMap((flow): readonly Edge[] => {
    if (flow.purpose === 'sign-in' || flow.purpose === 'credential') return [];
    const target = architecture.elements.get(flow.to.text);
    const isQuestion = flow.purpose === 'retrieval' || flow.purpose === 'query';
    const mayWrite = ['write', 'admin', 'root'].includes(flow.facts.get('rights')?.values[0]?.text ?? '');
    const forward: Edge = {
      from: flow.from.text,
      to: flow.to.text,
      carries: flow.carries?.map(({ text }) => text),
      arrives: target?.shape !== 'store' || !isQuestion || mayWrite,
      enumerated: flow.facts.get('format')?.values[0]?.text === 'enumerated',
    };
    const answer = answerOf(flow, target);
    const back: Edge = {
      from: flow.to.text,
      to: flow.from.text,
      carries: answer,
      arrives: true,
      enumerated: flow.returns?.format?.text === 'enumerated',
    };
    return answer === undefined ? [forward] : [forward, back];
  });
}

const asking = ['inference', 'embedding', 'retrieval', 'query', 'tool-call', 'screening', 'approval'];

/** What is said to come back; of a call that asks and says nothing, what the called side holds, or anything. */
function answerOf(flow: Flow, target: Element | undefined): readonly string[] | undefined {
  if (flow.returns !== undefined) return flow.returns.carries.map(({ text }) => text);
  if (!flow.drawn || !asking.includes(flow.purpose)) return undefined;
  const held = target === undefined ? [] : valuesOf(target, 'holds');
  return held.length > 0 ? held : [any];
}

/** Everything that can have reached an element, and what it holds. */
function presentAt(id: string, edges: readonly Edge[], elements: readonly Element[]): ReadonlySet<string> {
  const present = new Map(elements.map((element) => [element.id, new Set(valuesOf(element, 'holds'))]));
  for (let changed = true; changed;) {
    changed = false;
    for (const edge of edges.filter(({ arrives }) => arrives)) {
      const there = present.get(edge.to);
      for (const asset of edge.carries ?? [...(present.get(edge.from) ?? []), any]) {
        if (there === undefined || there.has(asset)) continue;
        there.add(asset);
        changed = true;
      }
    }
  }
  const found = new Set(present.get(id));
  found.delete(any);
  return found;
}

/** Nothing brings the asset here, but perhaps those to whom it was handed from here. */
function comesIntoBeing(
  id: string,
  asset: string,
  moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly asset: string;
    readonly arrives: boolean;
  }[],
): boolean {
  const steps = moves.filter((move) => move.asset === asset && move.arrives);
  const follow = (start: string, forward: boolean): ReadonlySet<string> => {
    const seen = new Set([start]);
    for (const at of seen) {
      for (const { from, to } of steps) {
        if (forward && from === at) seen.add(to);
        if (!forward && to === at) seen.add(from);
      }
    }
    return seen;
  };
  const reached = follow(id, true);
  return [...follow(id, false)].every((before) => reached.has(before));
}

function declared(data: DataAsset | undefined, computed: number): number {
  const level = levels.indexOf(data?.trust ?? '');
  if (data === undefined || level === -1) return computed;
  return level < computed || data.facts.has('evidence') ? level : computed;
}

function ownOf(element: Element): number | undefined {
  const standard = standardOf(element);
  const stated = levels.indexOf(valuesOf(element, 'trust')[0] ?? '');
  if (stated === -1) return standard;
  const mayRaise = element.facts.has('evidence') && standard !== undefined;
  return stated < (standard ?? 2) || mayRaise ? stated : standard;
}

function standardOf(element: Element): number | undefined {
  const { kind, group } = element;
  const openToAll = kind === 'end-user' && valuesOf(element, 'sign-up')[0] === 'open';
  if (openToAll || ['anonymous-user', 'contributor', 'external-agent', 'external-content'].includes(kind))
    return 0;
  if (['administrator', 'developer', 'human-reviewer'].includes(kind)) return 2;
  if (group === 'actor' || group === 'external') return 1;
  const stated = valuesOf(element, 'effects');
  const fetches = stated.length > 0 ? stated.includes('fetches-urls') : kind === 'browser-tool';
  return fetches || kind === 'browser-tool' ? 0 : undefined;
}

function speaksForItself({ role, kind }: Element): boolean {
  return role === 'actor' || kind === 'human-reviewer';
}

function isGenerative({ kind }: Element): boolean {
  return [
    'llm',
    'agent',
    'guard-model',
    'external-agent',
    'image-model',
    'speech-model',
    'ai-service',
  ].includes(kind);
}

function valuesOf(element: Element, key: string): readonly string[] {
  return element.facts.get(key)?.values.map(({ text }) => text) ?? [];
}
