import type { Control } from '../../catalog/control.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Architecture, Boundary, ControlStatement, Element, Flow } from '../../model/architecture.ts';
import { boundariesAround } from '../../model/containment.ts';
import { findKind } from '../../model/vocabulary/vocabulary.ts';
import type { DataEdge } from '../reach/data-edges.ts';
import type { ControlSite } from '../finding.ts';
import type { Links } from '../scene.ts';

/** A control at a place: stated there, brought by the place's service, or what the place is by its kind. */
export interface Standing {
  readonly control: Control;
  /** Id of the place of the statement; `system` for the system. */
  readonly place: string;
  /** Absent for what a service brings or a kind implies. */
  readonly statement: ControlStatement | undefined;
  readonly state: 'met' | 'planned' | 'open';
  /** Bounds a result: deterministic, blocking, and closed when it breaks. */
  readonly bounds: boolean;
  readonly because: string;
}

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
  /** What decides on one flow by itself: its answer, the flow, a guard, the boundaries of its ends, the system. */
  onFlow(control: string, flow: Flow, direction: DataEdge['direction']): Standing | undefined;
  /** Every standing that protects one hop: on the flow, at the end it enters, at the end it leaves. */
  onHop(control: string, flow: Flow, direction: DataEdge['direction']): readonly Standing[];
  atBoundary(control: string, boundary: string): Standing | undefined;
  atSystem(control: string): Standing | undefined;
  /** All that stands anywhere, in the order of the file. */
  readonly all: readonly Standing[];
}

const asDeclared: Supposition = { counts: () => true, imagined: [] };

export function buildControlIndex(
  architecture: Architecture,
  catalog: Catalog,
  links: Links,
  supposition: Supposition = asDeclared,
): ControlIndex {
  const byPlace = new Map<string, Standing>();
  const all: Standing[] = [];
  const put = (placeKey: string, standing: Standing | undefined): void => {
    if (standing === undefined) return;
    const key = `${standing.control.id} ${placeKey}`;
    if (byPlace.has(key)) return;
    all.push(standing);
    if (supposition.counts(standing)) byPlace.set(key, standing);
  };
  const putStatements = (
    placeKey: string,
    place: string,
    statements: readonly ControlStatement[],
    holder?: Element,
  ): void => {
    for (const statement of statements)
      put(placeKey, standingOf(statement, place, architecture, catalog, holder));
  };

  for (const { control, site } of supposition.imagined) {
    const known = catalog.controls.get(control);
    if (known === undefined) continue;
    for (const placeKey of placeKeysOf(architecture, site)) {
      const place = site.id ?? 'system';
      const bounds = known.assurance === 'deterministic';
      put(placeKey, { control: known, place, statement: undefined, state: 'met', bounds, because: 'it is supposed' });
    }
  }
  putStatements('system', 'system', architecture.system.controls);
  for (const boundary of architecture.boundaries.values()) {
    putStatements(`boundary ${boundary.id}`, boundary.id, boundary.controls);
  }
  for (const element of architecture.elements.values()) {
    putStatements(`element ${element.id}`, element.id, element.controls, element);
    for (const standing of broughtBy(element, catalog)) put(`element ${element.id}`, standing);
  }
  for (const flow of architecture.flows) {
    putStatements(`flow ${flow.key}`, flow.id, flow.controls);
    putStatements(`returns ${flow.key}`, flow.id, flow.returns?.controls ?? []);
  }

  const look = (control: string, placeKey: string, ...covered: readonly string[]): Standing | undefined => {
    const standing = byPlace.get(`${control} ${placeKey}`);
    return standing !== undefined && !isExcepted(standing, covered) ? standing : undefined;
  };
  const guardOf = (control: string, place: string): Standing | undefined => {
    for (const guard of links.guardsOf(place)) {
      const standing = look(control, `element ${guard.id}`, place);
      if (standing !== undefined) return standing;
    }
    return undefined;
  };
  const inBoundaries = (
    control: string,
    boundaries: readonly Boundary[],
    ...covered: readonly string[]
  ): Standing | undefined => {
    for (const boundary of boundaries) {
      const standing = look(control, `boundary ${boundary.id}`, ...covered) ?? guardOf(control, boundary.id);
      if (standing !== undefined) return standing;
    }
    return undefined;
  };
  const atSystem = (control: string): Standing | undefined =>
    catalog.controls.get(control)?.places.system === true ? look(control, 'system') : undefined;

  const atElement = (control: string, element: string): Standing | undefined =>
    guardOf(control, element) ??
    look(control, `element ${element}`, element) ??
    inBoundaries(control, links.around(element), element) ??
    atSystem(control);

  const onFlow = (control: string, flow: Flow, direction: DataEdge['direction']): Standing | undefined => {
    const covered = [flow.id, flow.from.text, flow.to.text];
    return (
      (direction === 'return' ? look(control, `returns ${flow.key}`, ...covered) : undefined) ??
      look(control, `flow ${flow.key}`, ...covered) ??
      guardOf(control, flow.id) ??
      inBoundaries(control, links.around(flow.to.text), ...covered) ??
      inBoundaries(control, links.around(flow.from.text), ...covered) ??
      atSystem(control)
    );
  };

  const onHop = (control: string, flow: Flow, direction: DataEdge['direction']): readonly Standing[] => {
    const known = catalog.controls.get(control);
    if (known === undefined) return [];
    const source = direction === 'forward' ? flow.from.text : flow.to.text;
    const target = direction === 'forward' ? flow.to.text : flow.from.text;
    const own = (element: string): Standing | undefined =>
      guardOf(control, element) ?? look(control, `element ${element}`, element, flow.id);
    const passes = (element: string): boolean =>
      architecture.elements.get(element)?.group === 'control-point';
    const found = [
      onFlow(control, flow, direction),
      known.protects !== 'output' || passes(target) ? own(target) : undefined,
      known.protects !== 'input' || passes(source) ? own(source) : undefined,
    ];
    return found.filter((standing) => standing !== undefined);
  };

  return {
    atElement,
    onFlow,
    onHop,
    atBoundary: (control, boundary) => {
      const known = architecture.boundaries.get(boundary);
      return known === undefined ? undefined : inBoundaries(control, [known, ...boundariesAround(architecture, boundary)]);
    },
    atSystem,
    all,
  };
}

function placeKeysOf(architecture: Architecture, site: ControlSite): readonly string[] {
  const id = site.id ?? '';
  switch (site.section) {
    case 'system':
      return ['system'];
    case 'boundaries':
      return [`boundary ${id}`];
    case 'actors':
    case 'components':
      return [`element ${id}`];
    case 'flows':
      return architecture.flows.filter((flow) => flow.id === id).map((flow) => `flow ${flow.key}`);
  }
}

function isExcepted(standing: Standing, covered: readonly string[]): boolean {
  const except = standing.statement?.facts.get('except')?.values ?? [];
  return except.some((excepted) => covered.includes(excepted.text));
}

function standingOf(
  statement: ControlStatement,
  place: string,
  architecture: Architecture,
  catalog: Catalog,
  holder: Element | undefined,
): Standing | undefined {
  const control = catalog.controls.get(statement.control);
  if (control === undefined) return undefined;
  const by = statement.facts.get('by')?.values[0]?.text;
  const implementer = by === undefined ? undefined : architecture.elements.get(by);
  const opens = (facts: Element['facts'] | undefined): boolean =>
    facts?.get('fails')?.values[0]?.text === 'open';
  const onlyFlags = (element: Element | undefined): boolean =>
    element?.facts.get('mode')?.values[0]?.text === 'flag';
  const bounds =
    control.assurance === 'deterministic' &&
    !opens(statement.facts) &&
    !opens(holder?.facts) &&
    !opens(implementer?.facts) &&
    !onlyFlags(holder) &&
    !onlyFlags(implementer);
  return {
    control,
    place,
    statement,
    state: stateOf(statement, control, by, architecture),
    bounds,
    because: `"${control.id}" is ${statement.status} on ${place === 'system' ? 'the system' : `"${place}"`}`,
  };
}

function stateOf(
  statement: ControlStatement,
  control: Control,
  by: string | undefined,
  architecture: Architecture,
): Standing['state'] {
  // A prompt asks a model to behave; it enforces nothing.
  if (by === 'prompt' && !control.behavioural) return 'open';
  switch (statement.status) {
    case 'implemented':
    case 'not-applicable':
      return 'met';
    case 'inherited':
      return inheritanceHolds(statement, control, architecture) ? 'met' : 'open';
    case 'planned':
    case 'partial':
      return 'planned';
    case 'absent':
    case 'ineffective':
      return 'open';
  }
}

/**
 * A provider's word needs a source. From scope 4 on the model is ours to protect, so a control of the model
 * zone that a provider is said to bring needs evidence and not only a name.
 */
function inheritanceHolds(
  statement: ControlStatement,
  control: Control,
  architecture: Architecture,
): boolean {
  const shown = statement.facts.has('evidence');
  const ownModel = (architecture.system.scope ?? 3) >= 4 && control.zones[0] === 'model';
  return shown || (!ownModel && statement.facts.has('by'));
}

/** Controls that the element's service always brings, and those that it is by its kind. */
function* broughtBy(element: Element, catalog: Catalog): Iterable<Standing> {
  const fails = element.facts.get('fails')?.values[0]?.text;
  const flags = element.facts.get('mode')?.values[0]?.text === 'flag';
  for (const id of findKind(element.kind)?.impliedControls ?? []) {
    const control = catalog.controls.get(id);
    if (control === undefined) continue;
    const bounds = control.assurance === 'deterministic' && fails !== 'open' && !flags;
    const because = `"${element.id}" is a ${element.kind}`;
    yield { control, place: element.id, statement: undefined, state: 'met', bounds, because };
  }
  const service = catalog.services.get(element.facts.get('service')?.values[0]?.text ?? '');
  for (const brought of service?.brings ?? []) {
    const control = catalog.controls.get(brought.control);
    if (control === undefined) continue;
    const because = `${service?.title ?? 'the service'} always brings "${control.id}"`;
    const bounds = control.assurance === 'deterministic' && fails !== 'open';
    yield { control, place: element.id, statement: undefined, state: 'met', bounds, because };
  }
}
