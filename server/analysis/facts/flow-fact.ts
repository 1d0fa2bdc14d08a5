import type { Element, Flow } from '../../model/architecture.ts';
import { flowProperties } from '../../model/vocabulary/vocabulary.ts';
import { remember } from '../scene-memory.ts';
import type { Scene } from '../scene.ts';
import { lyingOutside } from './exposure.ts';
import { elementFact } from './element-fact.ts';
import { derived, notSaid, type Reading } from './reading.ts';

/** Reads one fact of a flow: stated, derived, or the worst plausible value. */
export function flowFact(scene: Scene, flow: Flow, name: string): Reading | undefined {
  return certainFlowFact(scene, flow, name) ?? assumedFlowFact(flow, name);
}

export function certainFlowFact(scene: Scene, flow: Flow, name: string): Reading | undefined {
  return remember(scene.memory.facts, name, flow, () => readCertain(scene, flow, name));
}

function readCertain(scene: Scene, flow: Flow, name: string): Reading | undefined {
  const stated = name === 'purpose' ? undefined : flow.facts.get(name);
  if (stated !== undefined) {
    const values = stated.values.map((value) => value.text);
    const text = `"${flow.id}" has ${name}: ${values.join(', ')}`;
    return { values, basis: 'stated', span: stated.span, text };
  }
  return derivations[name]?.(scene, flow);
}

function assumedFlowFact(flow: Flow, name: string): Reading | undefined {
  const assume = flowProperties.get(name)?.assume;
  if (assume === undefined || !flow.drawn) return undefined;
  return {
    values: [assume],
    basis: 'assumed',
    span: undefined,
    text: `${notSaid(flow.id, name)}, so ${assume} is assumed`,
  };
}

type Derive = (scene: Scene, flow: Flow) => Reading | undefined;

const derivations: Readonly<Record<string, Derive>> = {
  purpose: (_scene, flow) => ({
    values: [flow.purpose],
    basis: flow.purposeSpan === undefined ? 'derived' : 'stated',
    span: flow.purposeSpan ?? flow.idSpan,
    text: purposeInWords(flow),
  }),
  'answer-format': (_scene, flow) => {
    const format = flow.returns?.format;
    if (format === undefined) return undefined;
    const text = `"${flow.id}" returns ${format.text}`;
    return { values: [format.text], basis: 'stated', span: format.span, text };
  },
  authentication: authentication,
  'identity-kind': (scene, flow) => identity(scene, flow, 'kind', 'identity-kind'),
  privilege: (scene, flow) => identity(scene, flow, 'privilege', 'privilege'),
  network: network,
  'on-behalf-of-user': onBehalfOfUser,
  answered: (_scene, flow) =>
    flow.returns === undefined
      ? undefined
      : derived(`"${flow.id}" returns something`, String(flow.returns.carries.length > 0)),
};

function purposeInWords(flow: Flow): string {
  if (flow.drawn) return `"${flow.id}" from "${flow.from.text}" to "${flow.to.text}" is for ${flow.purpose}`;
  const verb = flow.purpose === 'store' ? 'writes to' : 'can call';
  return `"${flow.from.text}" ${verb} "${flow.to.text}"`;
}

/** How the caller is known: an actor that signs in does so on each of its flows. */
function authentication(scene: Scene, flow: Flow): Reading | undefined {
  const caller = scene.architecture.elements.get(flow.from.text);
  if (caller?.role !== 'actor') return undefined;
  const fact = elementFact(scene, caller, 'authentication');
  return fact === undefined || fact.basis === 'assumed' ? undefined : fact;
}

function identity(scene: Scene, flow: Flow, key: string, elementKey: string): Reading | undefined {
  const stated = flow.facts.get('identity');
  const name = stated?.values[0]?.text;
  if (name === 'end-user') {
    if (key !== 'kind') return undefined;
    const text = `"${flow.id}" acts with the end user's own rights`;
    return { values: ['end-user'], basis: 'stated', span: stated?.span, text };
  }
  if (name === undefined) {
    const caller = scene.architecture.elements.get(flow.from.text);
    return caller === undefined ? undefined : elementFact(scene, caller, elementKey);
  }
  const fact = scene.architecture.identities.get(name)?.facts.get(key);
  if (fact === undefined) return undefined;
  const values = fact.values.map((value) => value.text);
  return {
    values,
    basis: 'stated',
    span: fact.span,
    text: `"${flow.id}" acts as "${name}", whose ${key} is ${values.join(', ')}`,
  };
}

function network(scene: Scene, flow: Flow): Reading | undefined {
  const from = scene.architecture.elements.get(flow.from.text);
  const to = scene.architecture.elements.get(flow.to.text);
  if (from === undefined || to === undefined) return undefined;
  if (flow.facts.get('protocol')?.values[0]?.text.toLowerCase() === 'stdio') {
    return derived(`"${flow.id}" stays on one machine`, 'local');
  }
  if (lyingOutside(scene, from) || isPublic(scene, to)) {
    return derived(`"${flow.id}" runs over the public network`, 'public');
  }
  return derived(`"${flow.id}" stays inside our networks`, 'private');
}

function isPublic(scene: Scene, element: Element): boolean {
  return lyingOutside(scene, element) || element.facts.get('exposure')?.values[0]?.text === 'internet';
}

/** Whether a request of a person or outside program can set the call off. */
function onBehalfOfUser(scene: Scene, flow: Flow): Reading {
  const seen = new Set([flow.from.text]);
  for (const id of seen) {
    const element = scene.architecture.elements.get(id);
    if (element?.role === 'actor') {
      const user = element.kind !== 'administrator' && element.kind !== 'developer';
      if (user) return derived(`a request of "${id}" can set "${flow.id}" off`, 'true');
      continue;
    }
    for (const incoming of scene.links.flowsTo(id)) {
      if (settingOff.has(incoming.purpose)) seen.add(incoming.from.text);
    }
  }
  return derived(`no request of a user sets "${flow.id}" off`, 'false');
}

const settingOff: ReadonlySet<string> = new Set([
  'prompt',
  'upload',
  'message',
  'agent-message',
  'tool-call',
  'inference',
  'query',
]);
