import type { Element, Identity } from '../../model/architecture.ts';
import { modelDrivenKinds } from '../../model/vocabulary/kinds.ts';
import { declaredTrust, rank } from '../reach/own-trust.ts';
import type { Scene } from '../scene.ts';
import { exposureOf } from './exposure.ts';
import { derived, type Reading } from './reading.ts';
import * as store from './store-facts.ts';

type Derive = (scene: Scene, element: Element) => Reading | undefined;

/** Facts that no descriptor states under this name; `catalog/derived-facts.ts` documents each. */
export function derivedElementFact(scene: Scene, element: Element, name: string): Reading | undefined {
  return derivations[name]?.(scene, element);
}

export function kindInWords({ id, kind }: Element): string {
  return `"${id}" is of kind ${kind}`;
}

const derivations: Readonly<Record<string, Derive>> = {
  kind: (_scene, element) => ({
    values: [element.kind],
    basis: 'stated',
    span: element.kindSpan,
    text: kindInWords(element),
  }),
  group: (_scene, element) => ({
    values: [element.group],
    basis: 'stated',
    span: element.kindSpan,
    text: kindInWords(element),
  }),
  shape: (_scene, element) => derived(`"${element.id}" is a ${element.shape}`, element.shape),
  role: (_scene, element) => derived(`"${element.id}" stands under ${element.role}s`, element.role),
  zone: (scene, element) => {
    const zone = scene.links.zone(element);
    return zone === undefined ? undefined : derived(`"${element.id}" lies in zone ${zone}`, zone);
  },
  outside: (scene, element) =>
    scene.links.outside(element)
      ? derived(`"${element.id}" lies outside our control`, 'true')
      : derived(`"${element.id}" lies inside the system`, 'false'),
  'model-driven': (_scene, element) =>
    modelDrivenKinds.has(element.kind)
      ? derived(`a model decides what "${element.id}" does`, 'true')
      : derived(`no model decides what "${element.id}" does`, 'false'),
  'has-model': hasModel,
  pinned: pinned,
  exposure: exposureOf,
  egress: (scene, element) => boundaryFact(scene, element, 'egress'),
  'operated-by': (scene, element) => boundaryFact(scene, element, 'operated-by'),
  'boundary-type': (scene, element) => {
    const types = scene.links
      .around(element.id)
      .map((boundary) => boundary.facts.get('type')?.values[0]?.text ?? 'trust');
    return derived(
      `"${element.id}" lies within ${types.length > 0 ? types.join(', ') : 'no'} boundaries`,
      ...types,
    );
  },
  privilege: (scene, element) => identityFact(scene, element, 'privilege'),
  'identity-kind': (scene, element) => identityFact(scene, element, 'kind'),
  lifetime: (scene, element) => identityFact(scene, element, 'lifetime'),
  'identity-shared': identityShared,
  'trust-claim': trustClaim,
  'answers-people': answersPeople,
  'prompt-enforced': promptEnforced,
  'shared-by-users': store.sharedByUsers,
  'mixed-trust': store.mixedTrust,
  'known-writers': store.knownWriters,
  'feeds-model': store.feedsModel,
  rebuildable: store.rebuildable,
};

function hasModel(scene: Scene, element: Element): Reading {
  const isModel = element.kind === 'llm' || element.kind === 'guard-model';
  const called = scene.links
    .flowsFrom(element.id)
    .find(
      (flow) => flow.purpose === 'inference' || scene.architecture.elements.get(flow.to.text)?.kind === 'llm',
    );
  if (called !== undefined) return derived(`"${element.id}" asks the model behind "${called.id}"`, 'true');
  return isModel
    ? derived(`"${element.id}" is a model`, 'true')
    : derived(`no model is drawn behind "${element.id}"`, 'false');
}

const aliases: ReadonlySet<string> = new Set([
  'latest',
  'stable',
  'main',
  'master',
  'edge',
  'nightly',
  'any',
  '*',
]);

function pinned(_scene: Scene, element: Element): Reading | undefined {
  const digest = element.facts.get('digest');
  if (digest !== undefined)
    return { ...derived(`"${element.id}" is pinned by digest`, 'true'), span: digest.span };
  const version = element.facts.get('version');
  const text = version?.values[0]?.text;
  if (version === undefined || text === undefined) return undefined;
  const exact = !aliases.has(text.toLowerCase()) && !text.toLowerCase().endsWith(':latest');
  const words = exact ? `"${element.id}" is pinned to ${text}` : `"${element.id}" follows the alias ${text}`;
  return { values: [String(exact)], basis: 'stated', span: version.span, text: words };
}

function boundaryFact(scene: Scene, element: Element, key: string): Reading | undefined {
  const stating = scene.links.around(element.id).find((boundary) => boundary.facts.has(key));
  const fact = stating?.facts.get(key);
  if (stating === undefined || fact === undefined) return undefined;
  const values = fact.values.map((value) => value.text);
  return {
    values,
    basis: 'stated',
    span: fact.span,
    text: `boundary "${stating.id}" has ${key}: ${values.join(', ')}`,
  };
}

function identityOf(scene: Scene, element: Element): Identity | undefined {
  return scene.architecture.identities.get(element.facts.get('runs-as')?.values[0]?.text ?? '');
}

function identityFact(scene: Scene, element: Element, key: string): Reading | undefined {
  const identity = identityOf(scene, element);
  const fact = identity?.facts.get(key);
  if (identity === undefined || fact === undefined) return undefined;
  const values = fact.values.map((value) => value.text);
  const text = `"${element.id}" runs as "${identity.id}", whose ${key} is ${values.join(', ')}`;
  return { values, basis: 'stated', span: fact.span, text };
}

/** A tool is the hand of the one that calls it: that the two act as one says nothing of others. */
function identityShared(scene: Scene, element: Element): Reading | undefined {
  const identity = identityOf(scene, element);
  if (identity === undefined) return undefined;
  const other = [...scene.architecture.elements.values()].find(
    (candidate) =>
      candidate.id !== element.id &&
      candidate.group !== 'tool' &&
      identityOf(scene, candidate)?.id === identity.id,
  );
  return other === undefined
    ? derived(`only "${element.id}" runs as "${identity.id}"`, 'false')
    : derived(`"${element.id}" and "${other.id}" both run as "${identity.id}"`, 'true');
}

function trustClaim(scene: Scene, element: Element): Reading | undefined {
  const declared = declaredTrust(element);
  const fact = element.facts.get('trust');
  if (declared === undefined || fact === undefined || element.facts.has('evidence')) return undefined;
  const computed = scene.graph.reach.elements.get(element.id);
  if (computed === undefined || rank(declared) <= rank(computed.trust)) return undefined;
  const text = `"${element.id}" is declared ${declared}, but ${computed.because}`;
  return { values: ['unsupported'], basis: 'stated', span: fact.span, text };
}

/** Whether what comes out of a model goes to people through the element. */
function answersPeople(scene: Scene, element: Element): Reading {
  const toPeople = scene.links.flowsTo(element.id).find((flow) => {
    const asker = scene.architecture.elements.get(flow.from.text);
    return (
      asker !== undefined &&
      (asker.role === 'actor' || asker.group === 'interface') &&
      flow.returns?.carries.length !== 0
    );
  });
  const delivery = scene.links
    .flowsFrom(element.id)
    .find((flow) => scene.architecture.elements.get(flow.to.text)?.role === 'actor');
  const flow = toPeople ?? delivery;
  return flow === undefined
    ? derived(`"${element.id}" answers no people directly`, 'false')
    : derived(`"${element.id}" answers people by "${flow.id}"`, 'true');
}

function promptEnforced(scene: Scene, element: Element): Reading | undefined {
  const statement = element.controls.find((candidate) => {
    const known = scene.catalog.controls.get(candidate.control);
    return (
      candidate.facts.get('by')?.values[0]?.text === 'prompt' && known !== undefined && !known.behavioural
    );
  });
  if (statement === undefined) return undefined;
  const text = `"${statement.control}" on "${element.id}" rests on a prompt`;
  return { values: ['true'], basis: 'stated', span: statement.span, text };
}
