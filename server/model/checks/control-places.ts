import { covers } from '../../text/span.ts';
import type { Architecture, ControlStatement, Flow } from '../architecture.ts';
import { boundariesAround } from '../containment.ts';
import { mayStandOnBoundary, mayStandOnElement, mayStandOnFlow } from '../control-places.ts';
import { controlStatements } from '../control-statements.ts';
import type { KnownControl } from '../known-words.ts';
import { makeProblem } from '../make-problem.ts';
import type { Problem, Remedy } from '../problem.ts';
import type { SectionName } from '../vocabulary/vocabulary.ts';
import { joinWith, quote } from '../wording.ts';
import type { CheckContext } from './check-architecture.ts';

type Places = KnownControl['places'];

/** Controls that stand where the catalog does not let them stand. */
export function* checkControlPlaces({ architecture, known }: CheckContext): Generator<Problem> {
  const flowsById = drawnById(architecture.flows);
  for (const statement of controlStatements(architecture)) {
    const places = known.controls.get(statement.control)?.places;
    const flows = 'id' in statement.place ? (flowsById.get(statement.place.id) ?? []) : [];
    if (places === undefined || isFromElsewhere(statement, flows[0])) continue;
    if (stands(architecture, statement, places, flows)) continue;
    const message = `${quote(statement.control)} does not belong on ${nameOf(architecture, statement, flows)}; it belongs on ${sayPlaces(places)}`;
    yield makeProblem('misplaced-control', statement.controlSpan, message, {
      remedies: betterPlaces(architecture, statement, places, flows).map((site): Remedy => ({
        type: 'move-control',
        title: `Move "${statement.control}" to ${site.id === undefined ? '"system"' : `"${site.id}"`}`,
        control: statement.control,
        from: statement.span,
        ...site,
      })),
    });
  }
}

function drawnById(flows: readonly Flow[]): ReadonlyMap<string, readonly Flow[]> {
  const byId = new Map<string, Flow[]>();
  for (const flow of flows) {
    if (!flow.drawn) continue;
    const same = byId.get(flow.id);
    if (same === undefined) byId.set(flow.id, [flow]);
    else same.push(flow);
  }
  return byId;
}

/** `encrypted` and the defaults of flows state controls whose name or place the author did not choose. */
function isFromElsewhere(statement: ControlStatement, flow: Flow | undefined): boolean {
  if (statement.place.type !== 'flow' || flow === undefined) return false;
  return (
    !covers(flow.span, statement.span) ||
    flow.facts.get('encrypted')?.keySpan.start === statement.controlSpan.start
  );
}

function stands(
  architecture: Architecture,
  { place }: ControlStatement,
  places: Places,
  flows: readonly Flow[],
): boolean {
  switch (place.type) {
    case 'system':
      return places.system;
    case 'boundary': {
      const boundary = architecture.boundaries.get(place.id);
      return boundary === undefined || mayStandOnBoundary(places, boundary);
    }
    case 'element': {
      const element = architecture.elements.get(place.id);
      // Where the kind does not read, nothing can be said of it.
      return element?.facts.has('kind') !== true || mayStandOnElement(places, element);
    }
    case 'flow':
    case 'returns':
      return flows.length === 0 || flows.some((flow) => mayStandOnFlow(places, flow));
  }
}

function nameOf(architecture: Architecture, { place }: ControlStatement, flows: readonly Flow[]): string {
  switch (place.type) {
    case 'system':
      return 'the system';
    case 'boundary': {
      const zone = architecture.boundaries.get(place.id)?.zone;
      return `the boundary ${quote(place.id)}${zone === undefined ? '' : ` (${zone})`}`;
    }
    case 'element':
      return `${quote(place.id)} (${architecture.elements.get(place.id)?.kind ?? 'element'})`;
    case 'flow':
    case 'returns':
      return `the flow ${quote(place.id)} (${flows[0]?.purpose ?? 'flow'})`;
  }
}

function sayPlaces(places: Places): string {
  const say = (words: readonly string[], any: string, some: (list: string) => string): readonly string[] => {
    if (words.length === 0) return [];
    return [words.includes('any') ? any : some(joinWith('or', words))];
  };
  const parts = [
    ...say(places.elements, 'any element', (list) => `elements of ${list}`),
    ...say(places.flows, 'any flow', (list) => `flows for ${list}`),
    ...say(places.boundaries, 'any boundary', (list) => `boundaries of zone ${list}`),
    ...(places.system ? ['the system'] : []),
  ];
  return parts.length === 0 ? 'control points only' : parts.join(', ');
}

interface Site {
  readonly section: SectionName;
  readonly id: string | undefined;
}

const mostSites = 3;

/** Legal places near the statement, nearest first. */
function betterPlaces(
  architecture: Architecture,
  { place }: ControlStatement,
  places: Places,
  flows: readonly Flow[],
): readonly Site[] {
  const sites = new Map<string, Site>();
  const add = (section: SectionName, id: string | undefined): void =>
    void sites.set(id ?? '', { section, id });
  const tryElements = (ids: readonly string[]): void => {
    for (const id of ids) {
      const element = architecture.elements.get(id);
      if (element === undefined || !mayStandOnElement(places, element)) continue;
      add(element.role === 'actor' ? 'actors' : 'components', id);
    }
  };
  const tryFlows = (candidates: readonly Flow[]): void => {
    for (const flow of candidates) if (flow.drawn && mayStandOnFlow(places, flow)) add('flows', flow.id);
  };
  const tryBoundariesAround = (ids: readonly string[]): void => {
    for (const boundary of ids.flatMap((id) => boundariesAround(architecture, id))) {
      if (mayStandOnBoundary(places, boundary)) add('boundaries', boundary.id);
    }
  };
  const within = (id: string): readonly string[] =>
    [...architecture.elements.keys()].filter((element) =>
      boundariesAround(architecture, element).some((boundary) => boundary.id === id),
    );

  switch (place.type) {
    case 'flow':
    case 'returns': {
      const ends = flows.flatMap((flow) => [flow.to.text, flow.from.text]);
      tryElements(ends);
      tryBoundariesAround(ends);
      break;
    }
    case 'element': {
      const touching = architecture.flows.filter(
        ({ from, to }) => to.text === place.id || from.text === place.id,
      );
      tryFlows(touching);
      tryBoundariesAround([place.id]);
      tryElements(touching.flatMap((flow) => [flow.to.text, flow.from.text]));
      break;
    }
    case 'boundary': {
      const members = within(place.id);
      tryElements(members);
      tryBoundariesAround([place.id]);
      const inside = new Set(members);
      tryFlows(architecture.flows.filter(({ from, to }) => inside.has(from.text) || inside.has(to.text)));
      break;
    }
    case 'system':
      for (const boundary of architecture.boundaries.values()) {
        if (mayStandOnBoundary(places, boundary)) add('boundaries', boundary.id);
      }
      tryElements([...architecture.elements.keys()]);
      tryFlows(architecture.flows);
  }
  if (places.system && place.type !== 'system') add('system', undefined);
  return [...sites.values()].slice(0, mostSites);
}
