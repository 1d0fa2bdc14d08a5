import type { PathForm } from '../../catalog/rule.ts';
import type { Element, Flow } from '../../model/architecture.ts';
import { matchAsset } from '../match/data.ts';
import { contentFrom, matchElement } from '../match/element.ts';
import type { Evidence } from '../match/evidence.ts';
import { matchFlow } from '../match/flow.ts';
import type { Scene } from '../scene.ts';
import { stateOn } from './followed.ts';
import { routeOf, sourceOf, type Arrival } from './walk.ts';

/** Why a path rule applies to a way; what is known of its ends is worked out once for all ways. */
export function rememberEvidence(scene: Scene, form: PathForm): (arrival: Arrival) => Evidence {
  const ofSource = remembered((source: Element) => evidenceOfSource(scene, form, source));
  const ofTarget = remembered((target: Element) => matchElement(scene, target, form.to) ?? []);
  const ofHop = remembered((flow: Flow) =>
    form.lastHop === undefined ? [] : (matchFlow(scene, flow, form.lastHop) ?? []),
  );
  return (arrival) => {
    const { elements, flows } = routeOf(arrival);
    const source = scene.architecture.elements.get(elements[0] ?? '');
    const data =
      form.carrying === undefined
        ? []
        : (matchAsset(scene, stateOn(scene, arrival.edge, arrival.asset), form.carrying) ?? []);
    const way = {
      text: `the way: "${elements.join('" → "')}"`,
      place: flows[0]?.id ?? arrival.edge.flow.id,
      span: flows[0]?.idSpan,
      assumed: false,
    };
    return [
      ...(source === undefined ? [] : ofSource(source)),
      way,
      ...ofTarget(arrival.target),
      ...ofHop(arrival.edge.flow),
      ...data,
    ];
  };
}

function evidenceOfSource(scene: Scene, form: PathForm, source: Element): Evidence {
  const from = matchElement(scene, source, form.from) ?? [];
  const own = form.from.trust.length > 0 ? scene.graph.own.get(source.id) : undefined;
  if (own === undefined) return from;
  const text = contentFrom(source, own);
  const trust = { text, place: source.id, span: source.kindSpan, assumed: false };
  // The reason for the trust names the kind already.
  return [trust, ...from.filter((reason) => reason.text !== text && reason.span !== source.kindSpan)];
}

function remembered<Part>(make: (part: Part) => Evidence): (part: Part) => Evidence {
  const known = new Map<Part, Evidence>();
  return (part) => {
    let evidence = known.get(part);
    if (evidence === undefined) known.set(part, (evidence = make(part)));
    return evidence;
  };
}

/** The names that a message may use. */
export function namesFor(arrival: Arrival, place: string): Readonly<Record<string, string>> {
  const source = sourceOf(arrival);
  return {
    element: place,
    target: arrival.target.id,
    from: source,
    source,
    to: arrival.target.id,
    flow: arrival.edge.flow.id,
    data: arrival.asset === '*' ? 'content' : arrival.asset,
  };
}
