import { covers } from '../../text/span.ts';
import type { Architecture, Boundary, ControlStatement, Flow } from '../architecture.ts';
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
  let neighbours: Neighbours | undefined;
  for (const statement of controlStatements(architecture)) {
    const places = known.controls.get(statement.control)?.places;
    const flows = 'id' in statement.place ? (flowsById.get(statement.place.id) ?? []) : [];
    if (places === undefined || isFromElsewhere(statement, flows[0])) continue;
    if (stands(architecture, statement, places, flows)) continue;
    neighbours ??= findNeighbours(architecture);
    const message = `${quote(statement.control)} does not belong on ${nameOf(architecture, statement, flows)}; it belongs on ${sayPlaces(places)}`;
    yield makeProblem('misplaced-control', statement.controlSpan, message, {
      remedies: betterPlaces({ architecture, places, neighbours }, statement, flows).map((site): Remedy => ({
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
function betterPlaces(search: Search, statement: ControlStatement, flows: readonly Flow[]): readonly Site[] {
  const sites = new Map<string, Site>();
  for (const site of nearbyPlaces(search, statement, flows)) {
    sites.set(site.id ?? '', site);
    if (sites.size === mostSites) break;
  }
  return [...sites.values()];
}

/** Where one control may stand, and who touches whom; the neighbours are found once for all statements. */
interface Search {
  readonly architecture: Architecture;
  readonly places: Places;
  readonly neighbours: Neighbours;
}

interface Neighbours {
  /** Flows that start or end at an element. */
  readonly touching: ReadonlyMap<string, readonly Flow[]>;
  /** Elements at any depth of a boundary. */
  readonly within: ReadonlyMap<string, readonly string[]>;
}

function findNeighbours(architecture: Architecture): Neighbours {
  const touching = new Map<string, Flow[]>();
  for (const flow of architecture.flows) {
    for (const end of new Set([flow.from.text, flow.to.text])) append(touching, end, flow);
  }
  const within = new Map<string, string[]>();
  for (const element of architecture.elements.keys()) {
    for (const boundary of boundariesAround(architecture, element)) append(within, boundary.id, element);
  }
  return { touching, within };
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function* nearbyPlaces(search: Search, { place }: ControlStatement, flows: readonly Flow[]): Generator<Site> {
  const { architecture, places, neighbours } = search;
  switch (place.type) {
    case 'flow':
    case 'returns': {
      const ends = flows.flatMap((flow) => [flow.to.text, flow.from.text]);
      yield* legalElements(search, ends);
      yield* legalBoundariesAround(search, ends);
      break;
    }
    case 'element': {
      const touching = neighbours.touching.get(place.id) ?? [];
      yield* legalFlows(search, touching);
      yield* legalBoundariesAround(search, [place.id]);
      yield* legalElements(
        search,
        touching.flatMap((flow) => [flow.to.text, flow.from.text]),
      );
      break;
    }
    case 'boundary': {
      const members = neighbours.within.get(place.id) ?? [];
      yield* legalElements(search, members);
      yield* legalBoundariesAround(search, [place.id]);
      const inside = new Set(members);
      const isInside = ({ from, to }: Flow): boolean => inside.has(from.text) || inside.has(to.text);
      yield* legalFlows(search, architecture.flows.filter(isInside));
      break;
    }
    case 'system':
      yield* legalBoundaries(search, architecture.boundaries.values());
      yield* legalElements(search, architecture.elements.keys());
      yield* legalFlows(search, architecture.flows);
  }
  if (places.system && place.type !== 'system') yield { section: 'system', id: undefined };
}

function* legalElements({ architecture, places }: Search, ids: Iterable<string>): Generator<Site> {
  for (const id of ids) {
    const element = architecture.elements.get(id);
    if (element === undefined || !mayStandOnElement(places, element)) continue;
    yield { section: element.role === 'actor' ? 'actors' : 'components', id };
  }
}

function* legalFlows({ places }: Search, flows: Iterable<Flow>): Generator<Site> {
  for (const flow of flows) {
    if (flow.drawn && mayStandOnFlow(places, flow)) yield { section: 'flows', id: flow.id };
  }
}

function* legalBoundariesAround(search: Search, ids: readonly string[]): Generator<Site> {
  for (const id of ids) yield* legalBoundaries(search, boundariesAround(search.architecture, id));
}

function* legalBoundaries({ places }: Search, boundaries: Iterable<Boundary>): Generator<Site> {
  for (const boundary of boundaries) {
    if (mayStandOnBoundary(places, boundary)) yield { section: 'boundaries', id: boundary.id };
  }
}
