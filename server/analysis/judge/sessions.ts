import type { Capability } from '../../catalog/rule.ts';
import type { Element, Flow } from '../../model/architecture.ts';
import { effectsOfAbility } from '../../model/vocabulary/abilities.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import { reachableEffects } from '../facts/abilities.ts';
import { elementFact } from '../facts/element-fact.ts';
import { matchAsset } from '../match/data.ts';
import type { Evidence } from '../match/evidence.ts';
import type { AssetState } from '../reach.ts';
import type { Scene } from '../scene.ts';

/** Something that one session can do, why, and by which calls; a way without a call is the owner's own doing. */
export interface SessionCapability {
  readonly evidence: Evidence;
  readonly calls: readonly (readonly Flow[])[];
}

/** One context window: an agent or application with the models it asks, or a model that is asked directly. */
export interface Session {
  readonly owner: Element;
  readonly models: readonly Element[];
  readonly capabilities: ReadonlyMap<Capability, SessionCapability>;
  /** The calls by which it acts or speaks to the outside that are left when no call passes a protected flow. */
  callsWithout(
    capability: 'external-communication' | 'state-change',
    isProtected: (flow: Flow) => boolean,
  ): readonly (readonly Flow[])[];
}

export function buildSessions(scene: Scene, index: ControlIndex): readonly Session[] {
  const sessions: Session[] = [];
  for (const element of scene.architecture.elements.values()) {
    if (scene.links.outside(element) && element.group !== 'model') continue;
    const models = modelsOf(scene, element);
    const owns = element.kind === 'agent' || (element.group === 'application' && models.length > 0);
    const alone = element.kind === 'llm' && !askedByApplication(scene, element);
    if (owns || alone) sessions.push(buildSession(scene, index, element, alone ? [element] : models));
  }
  return sessions;
}

/** Models that the owner asks, also through gateways, which may pass a request on in a circle. */
export function modelsOf(scene: Scene, owner: Element): readonly Element[] {
  const found = new Set<Element>();
  const asking = new Set([owner]);
  for (const element of asking) {
    for (const flow of scene.links.flowsFrom(element.id)) {
      const target = flow.purpose === 'inference' ? scene.architecture.elements.get(flow.to.text) : undefined;
      if (target?.group === 'model') found.add(target);
      else if (target !== undefined && passingOn.has(target.group)) asking.add(target);
    }
  }
  return [...found];
}

const passingOn: ReadonlySet<string> = new Set(['edge', 'ml-platform', 'control-point']);

function askedByApplication(scene: Scene, model: Element): boolean {
  return scene.links.flowsTo(model.id).some((flow) => {
    const caller = scene.architecture.elements.get(flow.from.text);
    return caller?.role === 'component' && caller.group !== 'interface';
  });
}

function buildSession(
  scene: Scene,
  index: ControlIndex,
  owner: Element,
  models: readonly Element[],
): Session {
  const context = contextOf(scene, owner, models);
  const capabilities = new Map<Capability, SessionCapability>();
  const put = (capability: Capability, found: SessionCapability | undefined): void => {
    if (found !== undefined) capabilities.set(capability, found);
  };
  put('untrusted-input', untrustedInput(scene, context));
  put('private-data', privateData(scene, owner, context));
  put('credentials', credentials(scene, owner, context));
  const handedOff = (flow: Flow): boolean => isHandedOff(scene, index, flow);
  const effects = reachableEffects(scene, owner, handedOff);
  for (const capability of ['external-communication', 'state-change'] as const) {
    put(capability, effectCapability(scene, effects, capability));
  }
  const rendered = renderedOutside(scene, owner);
  if (!capabilities.has('external-communication')) put('external-communication', rendered);
  return {
    owner,
    models,
    capabilities,
    callsWithout: (capability, isProtected) => {
      const left = reachableEffects(scene, owner, (flow) => handedOff(flow) || isProtected(flow));
      const acting = fittingEffects(scene, left, capability).map((effect) => effect.calls);
      const showing = capability === 'external-communication' ? (rendered?.calls ?? []) : [];
      return [...acting, ...showing.filter((call) => !call.some(isProtected))];
    },
  };
}

/** A sub-agent that starts afresh and takes only a checked hand-off has a session of its own. */
function isHandedOff(scene: Scene, index: ControlIndex, flow: Flow): boolean {
  const target = scene.architecture.elements.get(flow.to.text);
  if (target?.kind !== 'agent' && target?.kind !== 'orchestrator') return false;
  const met = (control: string): boolean =>
    index.onHop(control, flow, 'forward').some((s) => s.state === 'met');
  const format = flow.facts.get('format')?.values[0]?.text;
  const narrow = format === 'enumerated' || (format === 'json' && met('output-validation'));
  return met('capability-separation') || narrow;
}

interface InContext {
  readonly at: Element;
  readonly state: AssetState;
}

function contextOf(scene: Scene, owner: Element, models: readonly Element[]): readonly InContext[] {
  return [owner, ...models].flatMap((element) =>
    [...(scene.graph.reach.elements.get(element.id)?.assets.values() ?? [])].map((state) => ({
      at: element,
      state,
    })),
  );
}

function untrustedInput(scene: Scene, context: readonly InContext[]): SessionCapability | undefined {
  const untrusted = context.filter(({ state }) => state.trust === 'untrusted');
  // What somebody outside wrote says more than what a model made of it.
  const [found] = [...untrusted.filter(({ state }) => comesFromOutside(scene, state.asset)), ...untrusted];
  if (found === undefined) return undefined;
  const flow = scene.architecture.flows.find((candidate) => candidate.key === found.state.broughtBy);
  const name = found.state.asset === '*' ? 'content' : `"${found.state.asset}"`;
  const by = flow === undefined ? '' : ` by "${flow.id}"`;
  const text = `untrusted input: ${name} reaches "${found.at.id}"${by} and anybody may have written it`;
  return {
    evidence: [{ text, place: found.at.id, span: flow?.idSpan ?? found.at.idSpan, assumed: false }],
    calls: [],
  };
}

function comesFromOutside(scene: Scene, asset: string): boolean {
  return [...scene.graph.own].some(
    ([element, own]) => own.trust === 'untrusted' && scene.graph.origins.originates(element, asset),
  );
}

/** Data above internal that is read from somewhere: what the asker brings along is no secret from the asker. */
function privateData(
  scene: Scene,
  owner: Element,
  context: readonly InContext[],
): SessionCapability | undefined {
  for (const { at, state } of context) {
    for (const id of new Set([state.asset, ...state.contains])) {
      const data = scene.architecture.data.get(id);
      if (data?.classification === undefined || !isReadIn(scene, owner, id)) continue;
      const evidence = matchAsset(
        scene,
        { ...state, asset: id, contains: new Set() },
        { classification: 'confidential' },
      );
      if (evidence === undefined) continue;
      const text = `private data: "${id}" reaches "${at.id}"`;
      return { evidence: [{ text, place: id, span: data.idSpan, assumed: false }, ...evidence], calls: [] };
    }
  }
  return undefined;
}

/** Whether the asset comes into being at a store, a tool, an outside service: anywhere but the asker and the model. */
function isReadIn(scene: Scene, owner: Element, asset: string): boolean {
  return [...scene.architecture.elements.values()].some((element) => {
    if (
      element.id === owner.id ||
      element.kind === 'agent' ||
      !scene.graph.origins.originates(element.id, asset)
    ) {
      return false;
    }
    const speaks = element.role === 'actor' || element.group === 'model' || element.group === 'interface';
    if (!speaks) return true;
    // A person who writes into a store hands over what others may not see; one who asks does not.
    return scene.links
      .flowsFrom(element.id)
      .some((flow) => scene.architecture.elements.get(flow.to.text)?.shape === 'store');
  });
}

function credentials(
  scene: Scene,
  owner: Element,
  context: readonly InContext[],
): SessionCapability | undefined {
  for (const { at, state } of context) {
    const evidence = matchAsset(scene, state, { tags: ['credentials'] });
    if (evidence === undefined) continue;
    const text = `credentials: "${state.asset}" reaches "${at.id}"`;
    return { evidence: [{ text, place: at.id, span: at.idSpan, assumed: false }, ...evidence], calls: [] };
  }
  const privilege = elementFact(scene, owner, 'privilege');
  if (!privilege?.values.some((value) => value === 'admin' || value === 'wildcard')) return undefined;
  return {
    evidence: [
      { text: `credentials: ${privilege.text}`, place: owner.id, span: privilege.span, assumed: false },
    ],
    calls: [],
  };
}

function effectCapability(
  scene: Scene,
  effects: ReturnType<typeof reachableEffects>,
  capability: 'external-communication' | 'state-change',
): SessionCapability | undefined {
  const fitting = fittingEffects(scene, effects, capability);
  const best = fitting.find((effect) => effect.basis !== 'assumed') ?? fitting[0];
  if (best === undefined) return undefined;
  const what = capability === 'state-change' ? 'acts' : 'speaks to the outside';
  const text = `${what}: ${best.text}`;
  const evidence: Evidence = [{ text, place: best.at, span: best.span, assumed: best.basis === 'assumed' }];
  return { evidence, calls: fitting.map((effect) => effect.calls) };
}

function fittingEffects(
  scene: Scene,
  effects: ReturnType<typeof reachableEffects>,
  capability: 'external-communication' | 'state-change',
): ReturnType<typeof reachableEffects> {
  const wanted = effectsOfAbility[capability] ?? [];
  return effects.filter(
    (effect) => wanted.includes(effect.effect) && (scene.assumptions || effect.basis !== 'assumed'),
  );
}

/** An answer that is rendered with its images and links fetched carries data out without any tool. */
function renderedOutside(scene: Scene, owner: Element): SessionCapability | undefined {
  for (const edge of scene.graph.outgoing.get(owner.id) ?? []) {
    const target = scene.architecture.elements.get(edge.to);
    if (target?.group !== 'interface') continue;
    const loads = elementFact(scene, target, 'loads-remote-content');
    if (loads?.basis !== 'stated' || loads.values[0] !== 'true') continue;
    const text = `speaks to the outside: ${loads.text}`;
    return { evidence: [{ text, place: target.id, span: loads.span, assumed: false }], calls: [[edge.flow]] };
  }
  return undefined;
}
