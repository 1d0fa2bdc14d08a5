import type { DataCondition, FlowCondition } from '../../catalog/rule.ts';
import type { Flow } from '../../model/architecture.ts';
import { certainFlowFact, flowFact } from '../facts/flow-fact.ts';
import { notSaid } from '../facts/reading.ts';
import type { Reason } from '../finding.ts';
import { unnamed } from '../reach/data-edges.ts';
import type { AssetState } from '../reach.ts';
import { remember } from '../scene-memory.ts';
import type { Scene } from '../scene.ts';
import { moreCertain, reasonFrom, type Evidence } from './evidence.ts';
import { firstAsset, matchElement, withoutAssumptions } from './element.ts';

/** Whether a flow meets a condition, and by which facts. */
export function matchFlow(scene: Scene, flow: Flow, condition: FlowCondition): Evidence | undefined {
  const answers = scene.assumptions ? scene.memory.assuming : scene.memory.certain;
  return remember(answers, condition, flow, () => judgeFlow(scene, flow, condition));
}

function judgeFlow(scene: Scene, flow: Flow, condition: FlowCondition): Evidence | undefined {
  const reasons: Reason[] = [];
  for (const [name, wanted] of Object.entries(condition.facts)) {
    const reading = scene.assumptions ? flowFact(scene, flow, name) : certainFlowFact(scene, flow, name);
    if (reading?.values.some((value) => wanted.includes(value)) !== true) return undefined;
    reasons.push(reasonFrom(reading, flow.id));
  }
  const parts = [
    () => matchStatements(scene, flow, condition),
    () => matchEnds(scene, flow, condition),
    () => matchCrossings(scene, flow, condition.crosses),
    () => matchMoved(scene, flow, condition.carries, 'both'),
    () => matchMoved(scene, flow, condition.returns, 'return'),
    () => matchAlternatives(scene, flow, condition),
  ];
  for (const part of parts) {
    const found = part();
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  if (
    condition.not !== undefined &&
    matchFlow(withoutAssumptions(scene), flow, condition.not) !== undefined
  ) {
    return undefined;
  }
  return reasons;
}

function matchStatements(scene: Scene, flow: Flow, condition: FlowCondition): Evidence | undefined {
  const reasons: Reason[] = [];
  for (const name of condition.stated) {
    const fact = flow.facts.get(name);
    if (fact === undefined) return undefined;
    const text = `"${flow.id}" has ${name}: ${fact.values.map((value) => value.text).join(', ')}`;
    reasons.push({ text, place: flow.id, span: fact.span, assumed: false });
  }
  for (const name of condition.unstated) {
    if (certainFlowFact(scene, flow, name) !== undefined) return undefined;
    reasons.push({
      text: notSaid(flow.id, name),
      place: flow.id,
      span: flow.idSpan,
      assumed: false,
    });
  }
  return reasons;
}

function matchEnds(scene: Scene, flow: Flow, condition: FlowCondition): Evidence | undefined {
  const reasons: Reason[] = [];
  const ends = [
    { end: flow.from.text, wanted: condition.from },
    { end: flow.to.text, wanted: condition.to },
  ];
  for (const { end, wanted } of ends) {
    if (wanted === undefined) continue;
    const element = scene.architecture.elements.get(end);
    const found = element === undefined ? undefined : matchElement(scene, element, wanted);
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  return reasons;
}

function matchCrossings(scene: Scene, flow: Flow, wanted: readonly string[]): Evidence | undefined {
  if (wanted.length === 0) return [];
  const crossed = scene.links.crossed(flow);
  for (const kind of wanted) {
    const reason = crossing(scene, flow, crossed, kind);
    if (reason !== undefined) return [reason];
  }
  return undefined;
}

function crossing(
  scene: Scene,
  flow: Flow,
  crossed: readonly { readonly id: string; readonly facts: Flow['facts'] }[],
  kind: string,
): Reason | undefined {
  const say = (text: string): Reason => ({ text, place: flow.id, span: flow.idSpan, assumed: false });
  const from = scene.architecture.elements.get(flow.from.text);
  const to = scene.architecture.elements.get(flow.to.text);
  if (from === undefined || to === undefined) return undefined;
  switch (kind) {
    case 'boundary': {
      const first = crossed[0];
      return first === undefined ? undefined : say(`"${flow.id}" crosses boundary "${first.id}"`);
    }
    case 'public-network': {
      const reading = certainFlowFact(scene, flow, 'network');
      return reading?.values.includes('public') === true ? say(reading.text) : undefined;
    }
    case 'out-of-control': {
      const leaves = scene.links.outside(from) !== scene.links.outside(to);
      return leaves
        ? say(`"${flow.id}" runs between our system and what lies outside our control`)
        : undefined;
    }
    case 'region':
    case 'tenant':
    case 'account':
    case 'sandbox': {
      const line = crossed.find((boundary) => boundary.facts.get('type')?.values[0]?.text === kind);
      return line === undefined ? undefined : say(`"${flow.id}" crosses the ${kind} boundary "${line.id}"`);
    }
    default: {
      const zones = [scene.links.zone(from), scene.links.zone(to)];
      const crosses = zones.includes(kind) && zones[0] !== zones[1];
      return crosses
        ? say(`"${flow.id}" runs between zone ${zones[0] ?? 'none'} and zone ${zones[1] ?? 'none'}`)
        : undefined;
    }
  }
}

function matchMoved(
  scene: Scene,
  flow: Flow,
  condition: DataCondition | undefined,
  direction: 'both' | 'return',
): Evidence | undefined {
  if (condition === undefined) return [];
  return firstAsset(scene, movedBy(scene, flow, direction), condition);
}

/** Assets that a flow moves, in the state in which they arrive. */
function* movedBy(scene: Scene, flow: Flow, direction: 'both' | 'return'): Iterable<AssetState> {
  for (const edge of scene.graph.edgesOf(flow.key)) {
    if (direction === 'return' && edge.direction !== 'return') continue;
    const arrived = scene.graph.reach.elements.get(edge.to)?.assets;
    const left = scene.graph.reach.elements.get(edge.from)?.assets;
    for (const asset of scene.graph.origins.carried(edge)) {
      const state = arrived?.get(asset) ?? left?.get(asset);
      if (state !== undefined) yield state;
      else if (asset !== unnamed)
        yield { asset, trust: 'trusted', broughtBy: undefined, contains: new Set([asset]) };
    }
  }
}

function matchAlternatives(scene: Scene, flow: Flow, condition: FlowCondition): Evidence | undefined {
  if (condition.anyOf.length === 0) return [];
  return condition.anyOf.reduce<Evidence | undefined>(
    (best, alternative) => moreCertain(best, matchFlow(scene, flow, alternative)),
    undefined,
  );
}
