import type { Catalog } from '../../catalog/catalog.ts';
import type { Control } from '../../catalog/control.ts';
import type { Architecture, ControlStatement, Element } from '../../model/architecture.ts';
import { findKind } from '../../model/vocabulary/vocabulary.ts';

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

/** What a statement amounts to; absent for a control that no catalog knows. */
export function standingOf(
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
export function* broughtBy(element: Element, catalog: Catalog): Iterable<Standing> {
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
    const bounds = control.assurance === 'deterministic' && fails !== 'open' && !flags;
    yield { control, place: element.id, statement: undefined, state: 'met', bounds, because };
  }
}
