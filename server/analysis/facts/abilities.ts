import type { Element, Flow } from '../../model/architecture.ts';
import { effectsOfAbility } from '../../model/vocabulary/abilities.ts';
import type { Scene } from '../scene.ts';
import { elementFact } from './element-fact.ts';
import type { Basis, Reading } from './reading.ts';

/** One effect that a call from an element can set off, and by which calls. */
export interface ReachableEffect {
  readonly effect: string;
  /** The element that has the effect. */
  readonly at: string;
  readonly basis: Basis;
  readonly text: string;
  readonly span: Reading['span'];
  /** Flows from the caller to the element that has the effect. */
  readonly calls: readonly Flow[];
}

/** Groups that pass a call on. Stores, models, people and pages do not. */
const passingGroups: ReadonlySet<string> = new Set(['tool', 'application', 'edge', 'control-point']);
const callingPurposes: ReadonlySet<string> = new Set([
  'tool-call',
  'agent-message',
  'prompt',
  'message',
  'query',
  'store',
  'retrieval',
  'deployment',
  'administration',
]);
const writingRights: ReadonlySet<string> = new Set(['write', 'admin', 'root']);

/**
 * Effects of everything that a call from the element can set off. `stops` ends the walk at a flow, for
 * calls that are handed off to a session of their own.
 */
export function reachableEffects(
  scene: Scene,
  start: Element,
  stops: (flow: Flow) => boolean = () => false,
): readonly ReachableEffect[] {
  const found: ReachableEffect[] = [...effectsAt(scene, start, [])];
  const seen = new Set([start.id]);
  const waiting: { element: Element; calls: readonly Flow[] }[] = [{ element: start, calls: [] }];
  for (const { element, calls } of waiting) {
    for (const flow of scene.links.flowsFrom(element.id)) {
      const target = scene.architecture.elements.get(flow.to.text);
      if (target === undefined || !callingPurposes.has(flow.purpose) || stops(flow)) continue;
      const path = [...calls, flow];
      // Every last call counts: one of several ways to the same effect may be the unprotected one.
      found.push(...effectsOfCall(scene, flow, target, path));
      if (target.id !== start.id) found.push(...effectsAt(scene, target, path));
      if (seen.has(target.id)) continue;
      seen.add(target.id);
      if (passingGroups.has(target.group)) waiting.push({ element: target, calls: path });
    }
  }
  return found;
}

function effectsAt(scene: Scene, element: Element, calls: readonly Flow[]): readonly ReachableEffect[] {
  const reading = elementFact(scene, element, 'effects');
  if (reading === undefined) return [];
  // An actor's or a caller's own effects count only where it is called.
  return reading.values
    .filter((effect) => effect !== 'read-only')
    .map((effect) => ({
      effect,
      at: element.id,
      basis: reading.basis,
      text: reading.text,
      span: reading.span,
      calls,
    }));
}

/** What the call itself amounts to: writing into a store, or handing data to somebody outside. */
function effectsOfCall(
  scene: Scene,
  flow: Flow,
  target: Element,
  calls: readonly Flow[],
): readonly ReachableEffect[] {
  const rights = flow.facts.get('rights')?.values[0]?.text;
  const writes = flow.purpose === 'store' || (rights !== undefined && writingRights.has(rights));
  const effect = (name: string, text: string): ReachableEffect => ({
    effect: name,
    at: target.id,
    basis: 'derived',
    text,
    span: flow.idSpan,
    calls,
  });
  if (target.group === 'data' && writes) {
    return [effect('reversible-write', `"${flow.id}" may write to "${target.id}"`)];
  }
  const outside = target.role !== 'actor' && target.group !== 'model' && scene.links.outside(target);
  if (outside && target.group !== 'tool' && flow.carries?.length !== 0) {
    return [
      effect('sends-outside', `"${flow.id}" hands data to "${target.id}", which lies outside our control`),
    ];
  }
  return [];
}

/** Whether the element has a derived ability, by what, and how certain that is. */
export function ability(scene: Scene, element: Element, name: string): Reading | undefined {
  if (name === 'call-tools') return callsTools(scene, element);
  const wanted = effectsOfAbility[name];
  if (wanted === undefined) return undefined;
  const effects = callersOf(scene, element).flatMap((caller) => reachableEffects(scene, caller));
  const fitting = effects.filter((candidate) => wanted.includes(candidate.effect));
  const best = fitting.find((candidate) => candidate.basis !== 'assumed') ?? fitting[0];
  if (best === undefined) return undefined;
  const route = best.calls.length === 0 ? '' : ` by "${best.calls.map((flow) => flow.id).join('", "')}"`;
  const text =
    best.at === element.id ? best.text : `"${element.id}" can set off "${best.at}"${route}: ${best.text}`;
  return { values: [name], basis: best.basis, span: best.span, text };
}

/** A model acts through whoever asks it; everything else acts by itself. */
function callersOf(scene: Scene, element: Element): readonly Element[] {
  if (element.group !== 'model') return [element];
  return scene.links.flowsTo(element.id).flatMap((flow) => {
    const caller = scene.architecture.elements.get(flow.from.text);
    return caller === undefined || caller.role === 'actor' ? [] : [caller];
  });
}

function callsTools(scene: Scene, element: Element): Reading | undefined {
  for (const caller of callersOf(scene, element)) {
    const call = scene.links.flowsFrom(caller.id).find((flow) => flow.purpose === 'tool-call');
    if (call !== undefined) {
      const text = `"${caller.id}" can call "${call.to.text}"`;
      return { values: ['call-tools'], basis: 'derived', span: call.idSpan, text };
    }
  }
  return undefined;
}
