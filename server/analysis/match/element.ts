import type { ElementCondition } from '../../catalog/rule.ts';
import type { Element } from '../../model/architecture.ts';
import { ability } from '../facts/abilities.ts';
import { certainElementFact, elementFact } from '../facts/element-fact.ts';
import { notSaid, type Reading } from '../facts/reading.ts';
import type { Reason } from '../finding.ts';
import type { OwnTrust } from '../reach/own-trust.ts';
import type { AssetState } from '../reach.ts';
import { remember } from '../scene-memory.ts';
import type { Scene } from '../scene.ts';
import { matchAsset } from './data.ts';
import { moreCertain, reasonFrom, type Evidence } from './evidence.ts';
import { matchFlow } from './flow.ts';

/** Whether an element meets a condition, and by which facts. */
export function matchElement(
  scene: Scene,
  element: Element,
  condition: ElementCondition,
): Evidence | undefined {
  const answers = scene.assumptions ? scene.memory.assuming : scene.memory.certain;
  return remember(answers, condition, element, () => judgeElement(scene, element, condition));
}

function judgeElement(scene: Scene, element: Element, condition: ElementCondition): Evidence | undefined {
  const reasons: Reason[] = [];
  for (const [name, wanted] of Object.entries(condition.facts)) {
    const reading = matchFact(scene, element, name, wanted);
    if (reading === undefined) return undefined;
    if (!obvious.has(name) || reading.basis === 'assumed') reasons.push(reasonFrom(reading, element.id));
  }
  const parts = [
    () => matchStatements(scene, element, condition),
    () => matchTrust(scene, element, condition.trust),
    () => matchAbilities(scene, element, condition.can),
    () => matchData(scene, element, condition),
    () => matchFlows(scene, element, condition),
    () => matchAlternatives(scene, element, condition),
  ];
  for (const part of parts) {
    const found = part();
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  // What must not hold is refuted only by what is certain: an assumption excuses nothing.
  if (
    condition.not !== undefined &&
    matchElement(withoutAssumptions(scene), element, condition.not) !== undefined
  ) {
    return undefined;
  }
  return reasons;
}

/** Facts that every reader sees without being told. */
const obvious: ReadonlySet<string> = new Set(['role', 'shape', 'outside']);

export function withoutAssumptions(scene: Scene): Scene {
  return scene.assumptions ? { ...scene, assumptions: false } : scene;
}

function matchFact(
  scene: Scene,
  element: Element,
  name: string,
  wanted: readonly string[],
): Reading | undefined {
  const reading = scene.assumptions
    ? elementFact(scene, element, name)
    : certainElementFact(scene, element, name);
  return reading?.values.some((value) => wanted.includes(value)) === true ? reading : undefined;
}

function matchStatements(scene: Scene, element: Element, condition: ElementCondition): Evidence | undefined {
  const reasons: Reason[] = [];
  for (const name of condition.stated) {
    const fact = element.facts.get(name);
    if (fact === undefined) return undefined;
    const text = `"${element.id}" has ${name}: ${fact.values.map((value) => value.text).join(', ')}`;
    reasons.push({ text, place: element.id, span: fact.span, assumed: false });
  }
  for (const name of condition.unstated) {
    if (certainElementFact(scene, element, name) !== undefined) return undefined;
    reasons.push({
      text: notSaid(element.id, name),
      place: element.id,
      span: element.idSpan,
      assumed: false,
    });
  }
  return reasons;
}

function matchTrust(scene: Scene, element: Element, wanted: readonly string[]): Evidence | undefined {
  if (wanted.length === 0) return [];
  const own = element.role === 'actor' ? scene.graph.own.get(element.id) : undefined;
  const known = own ?? scene.graph.reach.elements.get(element.id);
  if (known === undefined || !wanted.includes(known.trust)) return undefined;
  const text = own === undefined ? known.because : contentFrom(element, own);
  return [{ text, place: element.id, span: element.idSpan, assumed: false }];
}

/** Why what an element writes is no more trusted than it is. */
export function contentFrom(element: Element, own: OwnTrust): string {
  return `content from "${element.id}" is ${own.trust}: ${own.because}`;
}

function matchAbilities(scene: Scene, element: Element, wanted: readonly string[]): Evidence | undefined {
  if (wanted.length === 0) return [];
  let best: Evidence | undefined;
  for (const name of wanted) {
    const reading = ability(scene, element, name);
    if (reading === undefined || (reading.basis === 'assumed' && !scene.assumptions)) continue;
    best = moreCertain(best, [reasonFrom(reading, element.id)]);
  }
  return best;
}

function matchData(scene: Scene, element: Element, condition: ElementCondition): Evidence | undefined {
  const reasons: Reason[] = [];
  if (condition.holds !== undefined) {
    const held = element.facts.get('holds')?.values.map((value) => value.text) ?? [];
    const found = firstAsset(scene, stateOfNames(scene, element, held), condition.holds);
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  if (condition.data !== undefined) {
    const states = scene.graph.reach.elements.get(element.id)?.assets.values() ?? [];
    const found = firstAsset(scene, states, condition.data);
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  return reasons;
}

function* stateOfNames(scene: Scene, element: Element, names: readonly string[]): Iterable<AssetState> {
  const known = scene.graph.reach.elements.get(element.id)?.assets;
  for (const asset of names) {
    yield known?.get(asset) ?? { asset, trust: 'trusted', broughtBy: undefined, contains: new Set([asset]) };
  }
}

export function firstAsset(
  scene: Scene,
  states: Iterable<AssetState>,
  condition: NonNullable<ElementCondition['data']>,
): Evidence | undefined {
  let best: Evidence | undefined;
  for (const state of states) {
    const found = matchAsset(scene, state, condition);
    if (found?.some((reason) => reason.assumed) === true && !scene.assumptions) continue;
    best = moreCertain(best, found);
  }
  return best;
}

function matchFlows(scene: Scene, element: Element, condition: ElementCondition): Evidence | undefined {
  const reasons: Reason[] = [];
  if (condition.receives !== undefined) {
    const wanted = condition.receives;
    const found = scene.links
      .flowsTo(element.id)
      .reduce<Evidence | undefined>(
        (best, flow) => moreCertain(best, matchFlow(scene, flow, wanted)),
        undefined,
      );
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  if (condition.sends !== undefined) {
    const wanted = condition.sends;
    const found = scene.links
      .flowsFrom(element.id)
      .reduce<Evidence | undefined>(
        (best, flow) => moreCertain(best, matchFlow(scene, flow, wanted)),
        undefined,
      );
    if (found === undefined) return undefined;
    reasons.push(...found);
  }
  return reasons;
}

function matchAlternatives(
  scene: Scene,
  element: Element,
  condition: ElementCondition,
): Evidence | undefined {
  if (condition.anyOf.length === 0) return [];
  return condition.anyOf.reduce<Evidence | undefined>(
    (best, alternative) => moreCertain(best, matchElement(scene, element, alternative)),
    undefined,
  );
}
