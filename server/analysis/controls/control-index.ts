import type { Catalog } from '../../catalog/catalog.ts';
import type { Architecture, Boundary, ControlStatement, Element, Flow } from '../../model/architecture.ts';
import { boundariesAround } from '../../model/containment.ts';
import type { ControlSite } from '../finding.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { Links } from '../scene.ts';
import { nearest, nearestAtEnds, settles, strongest, type BoundaryPlace, type Place } from './nearest.ts';
import { broughtBy, standingOf, type Standing } from './standing.ts';

/** What if: which standings are counted (all, none, all but one), and which are imagined beside them. */
export interface Supposition {
  readonly counts: (standing: Standing) => boolean;
  readonly imagined: readonly ImaginedControl[];
}

export interface ImaginedControl {
  readonly control: string;
  readonly site: ControlSite;
}

export interface ControlIndex {
  /** The statement that decides for what enters and leaves an element, the nearest first in force. */
  atElement(control: string, element: string): Standing | undefined;
  /** The same for one flow that enters or leaves the element: the statement may except it or its other end. */
  atEnd(control: string, element: string, flow: Flow): Standing | undefined;
  /** What decides on one flow by itself: its answer, the flow, a guard, the boundaries of its ends, the system. */
  onFlow(control: string, flow: Flow, direction: DataEdge['direction']): Standing | undefined;
  /** Every standing that protects one hop: on the flow, at the end it enters, at the end it leaves. */
  onHop(control: string, flow: Flow, direction: DataEdge['direction']): readonly Standing[];
  atBoundary(control: string, boundary: string): Standing | undefined;
  atSystem(control: string): Standing | undefined;
  /** All that stands anywhere, in the order of the file. */
  readonly all: readonly Standing[];
  /** All that stands of one control. */
  of(control: string): readonly Standing[];
}

const asDeclared: Supposition = { counts: () => true, imagined: [] };

export function buildControlIndex(
  architecture: Architecture,
  catalog: Catalog,
  links: Links,
  supposition: Supposition = asDeclared,
): ControlIndex {
  const byControl = new Map<string, StandingsByPlace>();
  const all: Standing[] = [];
  const put = (section: Section, id: string, standing: Standing | undefined): void => {
    if (standing === undefined) return;
    const places = placesFor(byControl, standing.control.id);
    if (places[section].has(id)) return;
    all.push(standing);
    if (supposition.counts(standing)) places[section].set(id, standing);
  };
  const putStatements = (
    section: Section,
    id: string,
    place: string,
    statements: readonly ControlStatement[],
    holder?: Element,
  ): void => {
    for (const statement of statements)
      put(section, id, standingOf(statement, place, architecture, catalog, holder));
  };

  for (const { control, site } of supposition.imagined) {
    const known = catalog.controls.get(control);
    if (known === undefined) continue;
    for (const [section, id] of placesOf(architecture, site)) {
      const place = site.id ?? 'system';
      const bounds = known.assurance === 'deterministic';
      put(section, id, {
        control: known,
        place,
        statement: undefined,
        state: 'met',
        bounds,
        because: 'it is supposed',
      });
    }
  }
  putStatements('system', '', 'system', architecture.system.controls);
  for (const boundary of architecture.boundaries.values()) {
    putStatements('boundary', boundary.id, boundary.id, boundary.controls);
  }
  for (const element of architecture.elements.values()) {
    putStatements('element', element.id, element.id, element.controls, element);
    for (const standing of broughtBy(element, catalog)) put('element', element.id, standing);
  }
  for (const flow of architecture.flows) {
    putStatements('flow', flow.key, flow.id, flow.controls);
    putStatements('returns', flow.key, flow.id, flow.returns?.controls ?? []);
  }

  const look = (
    control: string,
    section: Section,
    id: string,
    covered: readonly string[],
  ): Standing | undefined => {
    const standing = byControl.get(control)?.[section].get(id);
    return standing !== undefined && !isExcepted(standing, covered) ? standing : undefined;
  };
  const guardOf = (control: string, place: string, covered: readonly string[]): Standing | undefined =>
    strongest(links.guardsOf(place).map((guard) => look(control, 'element', guard.id, covered)));
  const inBoundaries = (
    control: string,
    boundaries: readonly Boundary[],
    covered: readonly string[],
  ): Standing | undefined =>
    nearest(
      boundaries.flatMap((boundary) => [
        () => guardOf(control, boundary.id, [boundary.id, ...covered]),
        () => look(control, 'boundary', boundary.id, covered),
      ]),
    );
  const atSystem = (control: string, covered: readonly string[]): Standing | undefined =>
    catalog.controls.get(control)?.places.system === true ? look(control, 'system', '', covered) : undefined;

  const around = (control: string, element: string, covered: readonly string[]): Standing | undefined =>
    byControl.has(control)
      ? nearest([
          () => guardOf(control, element, covered),
          () => look(control, 'element', element, covered),
          () => inBoundaries(control, links.around(element), covered),
          () => atSystem(control, covered),
        ])
      : undefined;

  const onFlowAlone = (
    control: string,
    flow: Flow,
    direction: DataEdge['direction'],
  ): Standing | undefined => {
    const covered = endsOf(flow);
    return nearest([
      () => (direction === 'return' ? look(control, 'returns', flow.key, covered) : undefined),
      () => look(control, 'flow', flow.key, covered),
      () => guardOf(control, flow.id, covered),
    ]);
  };

  const onFlow = (control: string, flow: Flow, direction: DataEdge['direction']): Standing | undefined => {
    const covered = endsOf(flow);
    return nearest([
      () => onFlowAlone(control, flow, direction),
      () => inBoundaries(control, links.around(flow.to.text), covered),
      () => inBoundaries(control, links.around(flow.from.text), covered),
      () => atSystem(control, covered),
    ]);
  };

  const onHop = (control: string, flow: Flow, direction: DataEdge['direction']): readonly Standing[] => {
    const known = catalog.controls.get(control);
    if (known === undefined || !byControl.has(control)) return [];
    const covered = endsOf(flow);
    const [source, target] =
      direction === 'forward' ? [flow.from.text, flow.to.text] : [flow.to.text, flow.from.text];
    const passes = (element: string): boolean =>
      architecture.elements.get(element)?.group === 'control-point';
    const own = (element: string, speaks: boolean): Place =>
      speaks || passes(element)
        ? () =>
            nearest([
              () => guardOf(control, element, covered),
              () => look(control, 'element', element, covered),
            ])
        : () => undefined;
    const entering = own(target, known.protects !== 'output');
    const leaving = own(source, known.protects !== 'input');
    const alone = onFlowAlone(control, flow, direction);
    if (settles(alone)) return [alone, entering(), leaving()].filter((standing) => standing !== undefined);
    const boundariesOf = (element: string): readonly BoundaryPlace[] =>
      links.around(element).map((boundary) => ({
        boundary: boundary.id,
        at: () => inBoundaries(control, [boundary], covered),
      }));
    const { standings, isSettled } = nearestAtEnds(
      { own: entering, around: boundariesOf(target) },
      { own: leaving, around: boundariesOf(source) },
    );
    const last = isSettled ? undefined : atSystem(control, covered);
    return [alone, ...standings, last].filter((standing) => standing !== undefined);
  };

  const hops = {
    forward: remembered((control: string, flow: Flow) => onHop(control, flow, 'forward')),
    return: remembered((control: string, flow: Flow) => onHop(control, flow, 'return')),
  };
  const standings = new Map<string, Standing[]>();
  for (const standing of all) {
    const known = standings.get(standing.control.id);
    if (known === undefined) standings.set(standing.control.id, [standing]);
    else known.push(standing);
  }
  return {
    atElement: remembered((control: string, element: string) => around(control, element, [element])),
    atEnd: (control, element, flow) => around(control, element, endsOf(flow)),
    onFlow,
    onHop: (control, flow, direction) => hops[direction](control, flow),
    atBoundary: (control, boundary) => {
      const known = architecture.boundaries.get(boundary);
      return known === undefined
        ? undefined
        : inBoundaries(control, [known, ...boundariesAround(architecture, boundary)], []);
    },
    atSystem: (control) => atSystem(control, []),
    all,
    of: (control) => standings.get(control) ?? [],
  };
}

/** The answer for each control and subject, looked up once. */
function remembered<Subject, Answer>(
  look: (control: string, subject: Subject) => Answer,
): (control: string, subject: Subject) => Answer {
  const known = new Map<string, Map<Subject, { readonly answer: Answer }>>();
  return (control, subject) => {
    let answers = known.get(control);
    if (answers === undefined)
      known.set(control, (answers = new Map<Subject, { readonly answer: Answer }>()));
    let found = answers.get(subject);
    if (found === undefined) answers.set(subject, (found = { answer: look(control, subject) }));
    return found.answer;
  };
}

type Section = 'system' | 'boundary' | 'element' | 'flow' | 'returns';

/** What of one control stands in each section, by id, and by key for flows. */
type StandingsByPlace = Readonly<Record<Section, Map<string, Standing>>>;

function placesFor(byControl: Map<string, StandingsByPlace>, control: string): StandingsByPlace {
  let places = byControl.get(control);
  if (places === undefined) {
    places = {
      system: new Map(),
      boundary: new Map(),
      element: new Map(),
      flow: new Map(),
      returns: new Map(),
    };
    byControl.set(control, places);
  }
  return places;
}

function placesOf(
  architecture: Architecture,
  { section, id = '' }: ControlSite,
): readonly (readonly [Section, string])[] {
  switch (section) {
    case 'system':
      return [['system', '']];
    case 'boundaries':
      return [['boundary', id]];
    case 'actors':
    case 'components':
      return [['element', id]];
    case 'flows':
      return architecture.flows.filter((flow) => flow.id === id).map((flow) => ['flow', flow.key]);
  }
}

function endsOf(flow: Flow): readonly string[] {
  return [flow.id, flow.from.text, flow.to.text];
}

function isExcepted(standing: Standing, covered: readonly string[]): boolean {
  const except = standing.statement?.facts.get('except')?.values ?? [];
  return except.some((excepted) => covered.includes(excepted.text));
}
