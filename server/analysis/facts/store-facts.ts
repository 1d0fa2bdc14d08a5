import type { Element } from '../../model/architecture.ts';
import { writes, type DataEdge } from '../reach/data-edges.ts';
import { rank } from '../reach/own-trust.ts';
import type { Trust } from '../reach.ts';
import type { Scene } from '../scene.ts';
import { derived, type Reading } from './reading.ts';

/** Whether content of several users or tenants meets: stated, or following from the tenants of its users. */
export function sharedByUsers(_scene: Scene, element: Element): Reading | undefined {
  const keeps = element.facts.get('keeps');
  if (keeps !== undefined) {
    const shared = keeps.values.some((value) => value.text === 'shared');
    const text = `"${element.id}" keeps what it knows ${keeps.values[0]?.text ?? ''}`;
    return { values: [String(shared)], basis: 'stated', span: keeps.span, text };
  }
  const tenants = element.facts.get('multi-tenant');
  if (tenants !== undefined) {
    const several = tenants.values[0]?.text === 'true';
    const text = several
      ? `several tenants' data lie in "${element.id}"`
      : `"${element.id}" holds one tenant's data`;
    return { values: [String(several)], basis: 'stated', span: tenants.span, text };
  }
  return undefined;
}

function edgesInto(scene: Scene, element: Element): readonly DataEdge[] {
  const flows = new Set([...scene.links.flowsTo(element.id), ...scene.links.flowsFrom(element.id)]);
  return [...flows].flatMap((flow) => scene.graph.edgesOf(flow.key)).filter((edge) => edge.to === element.id);
}

/** The least and the highest trust of what is written here. */
function writtenTrust(scene: Scene, element: Element): readonly { trust: Trust; by: string }[] {
  const written: { trust: Trust; by: string }[] = [];
  for (const edge of edgesInto(scene, element)) {
    if (edge.direction !== 'forward' || !writes(scene.architecture, edge)) continue;
    const trust = scene.graph.reach.flows.get(edge.flow.key)?.trust;
    if (trust !== undefined) written.push({ trust, by: edge.from });
  }
  return written;
}

export function mixedTrust(scene: Scene, element: Element): Reading | undefined {
  const written = writtenTrust(scene, element);
  const best = written.reduce<(typeof written)[number] | undefined>(
    (found, next) => (found === undefined || rank(next.trust) > rank(found.trust) ? next : found),
    undefined,
  );
  const worst = written.reduce<(typeof written)[number] | undefined>(
    (found, next) => (found === undefined || rank(next.trust) < rank(found.trust) ? next : found),
    undefined,
  );
  if (best === undefined || worst === undefined || best.trust === worst.trust) return undefined;
  const text = `"${best.by}" (${best.trust}) and "${worst.by}" (${worst.trust}) both fill "${element.id}"`;
  return derived(text, 'true');
}

export function knownWriters(scene: Scene, element: Element): Reading {
  const stated = element.facts.has('writers');
  const written = edgesInto(scene, element).some((edge) => writes(scene.architecture, edge));
  return stated || written
    ? derived(`who writes to "${element.id}" is known`, 'true')
    : derived(`nothing says who writes to "${element.id}"`, 'false');
}

/** Whether content from here can reach a model or an agent. */
export function feedsModel(scene: Scene, element: Element): Reading {
  const seen = new Set([element.id]);
  for (const id of seen) {
    for (const edge of scene.graph.outgoing.get(id) ?? []) {
      const target = scene.architecture.elements.get(edge.to);
      if (target === undefined || seen.has(target.id) || !writes(scene.architecture, edge)) continue;
      if (target.group === 'model' || target.kind === 'agent' || target.kind === 'training-pipeline') {
        return derived(`what "${element.id}" hands out can reach "${target.id}"`, 'true');
      }
      if (target.role !== 'actor') seen.add(target.id);
    }
  }
  return derived(`nothing from "${element.id}" reaches a model`, 'false');
}

/** Whether all that is held is also held by another drawn store, from which it can be made again. */
export function rebuildable(scene: Scene, element: Element): Reading | undefined {
  const held = element.facts.get('holds')?.values ?? [];
  if (element.kind === 'semantic-cache') return derived(`"${element.id}" is a cache`, 'true');
  const filledByPipeline = scene.links
    .flowsTo(element.id)
    .some((flow) => flow.drawn && flow.purpose === 'ingestion');
  const isIndex = ['vector-store', 'search-index', 'knowledge-base'].includes(element.kind);
  if (isIndex && filledByPipeline)
    return derived(`"${element.id}" can be filled again from its source`, 'true');
  if (held.length === 0) return undefined;
  const elsewhere = held.every((asset) =>
    [...scene.architecture.elements.values()].some(
      (other) =>
        other.id !== element.id &&
        other.shape === 'store' &&
        other.facts.get('holds')?.values.some((value) => value.text === asset.text) === true,
    ),
  );
  return derived(
    elsewhere
      ? `all that "${element.id}" holds is held elsewhere too`
      : `nothing else keeps what "${element.id}" holds`,
    String(elsewhere),
  );
}
