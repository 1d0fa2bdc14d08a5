import type { Located } from '../text/span.ts';
import type {
  Architecture,
  Boundary,
  ControlStatement,
  Element,
  Fact,
  Facts,
  Flow,
  Switch,
  System,
} from './architecture.ts';
import { elementProperties, flowProperties } from './vocabulary/vocabulary.ts';
import type { Key, ReferenceTarget } from './vocabulary/word.ts';

/**
 * The parts that are there under the given switches; an option that is not among them keeps its default.
 * References to what is off are dropped, a flow that loses an end is off, what lay in a boundary that is off
 * lies in the next one around it. A control whose option is off is `absent` and keeps its `switches`.
 */
export function activate(
  architecture: Architecture,
  switches: Readonly<Record<string, boolean>>,
): Architecture {
  const { system } = architecture;
  const isThere = (wanted: readonly Switch[]): boolean =>
    wanted.every((one) => isOn(system, switches, one.option.text) === one.wanted);
  const present = {
    boundary: new Set(idsThat(architecture.boundaries, isThere)),
    element: new Set(idsThat(architecture.elements, isThere)),
    data: new Set(idsThat(architecture.data, isThere)),
    identity: new Set([...idsThat(architecture.identities, isThere), 'end-user']),
  };
  const flows = architecture.flows.filter(
    (flow) =>
      isThere(flow.switches) && present.element.has(flow.from.text) && present.element.has(flow.to.text),
  );
  const view: View = { ...present, flow: new Set(flows.map((flow) => flow.id)), isThere, architecture };

  return {
    system: { ...system, controls: controlsIn(view, system.controls) },
    boundaries: keep(architecture.boundaries, present.boundary, (boundary) => boundaryIn(view, boundary)),
    identities: keep(architecture.identities, present.identity, (identity) => identity),
    elements: keep(architecture.elements, present.element, (element) => elementIn(view, element)),
    data: keep(architecture.data, present.data, (asset) => asset),
    flows: flows.map((flow) => flowIn(view, flow)),
    acceptedRisks: architecture.acceptedRisks,
  };
}

/** Whether an option is on: as asked for, else by its default. An option that is not declared is off. */
export function isOn(system: System, switches: Readonly<Record<string, boolean>>, option: string): boolean {
  const asked = Object.hasOwn(switches, option) ? switches[option] : undefined;
  return asked ?? system.options.get(option)?.on ?? false;
}

interface View {
  readonly architecture: Architecture;
  readonly isThere: (wanted: readonly Switch[]) => boolean;
  readonly boundary: ReadonlySet<string>;
  readonly element: ReadonlySet<string>;
  readonly flow: ReadonlySet<string>;
  readonly data: ReadonlySet<string>;
  readonly identity: ReadonlySet<string>;
}

function boundaryIn(view: View, boundary: Boundary): Boundary {
  return {
    ...boundary,
    within: nearestPresent(view, boundary.within),
    facts: factsIn(view, boundary.facts, elementProperties),
    controls: controlsIn(view, boundary.controls),
  };
}

function elementIn(view: View, element: Element): Element {
  return {
    ...element,
    within: nearestPresent(view, element.within),
    facts: factsIn(view, element.facts, elementProperties),
    controls: controlsIn(view, element.controls),
  };
}

function flowIn(view: View, flow: Flow): Flow {
  const ofData = (values: readonly Located[]): readonly Located[] =>
    values.filter((value) => view.data.has(value.text));
  return {
    ...flow,
    carries: flow.carries === undefined ? undefined : ofData(flow.carries),
    returns:
      flow.returns === undefined
        ? undefined
        : {
            ...flow.returns,
            carries: ofData(flow.returns.carries),
            controls: controlsIn(view, flow.returns.controls),
          },
    facts: factsIn(view, flow.facts, flowProperties),
    controls: controlsIn(view, flow.controls),
  };
}

function controlsIn(view: View, controls: readonly ControlStatement[]): readonly ControlStatement[] {
  return controls.map((control) =>
    view.isThere(control.switches) ? control : { ...control, status: 'absent' as const },
  );
}

function nearestPresent(view: View, boundary: string | undefined): string | undefined {
  let at = boundary;
  while (at !== undefined && !view.boundary.has(at)) at = view.architecture.boundaries.get(at)?.within;
  return at;
}

/** Facts without values that name something which is off; a fact that loses all its values is gone. */
function factsIn(view: View, facts: Facts, properties: ReadonlyMap<string, Key>): Facts {
  let changed: Map<string, Fact> | undefined;
  for (const [name, fact] of facts) {
    const type = properties.get(name)?.value;
    if (type?.type !== 'reference') continue;
    const values = fact.values.filter((value) => isPresent(view, type.to, value.text));
    if (values.length === fact.values.length) continue;
    changed ??= new Map(facts);
    if (values.length === 0) changed.delete(name);
    else changed.set(name, { ...fact, values });
  }
  return changed ?? facts;
}

function isPresent(view: View, to: ReferenceTarget, id: string): boolean {
  switch (to) {
    case 'boundary':
      return view.boundary.has(id);
    case 'component':
    case 'element':
      return view.element.has(id);
    case 'flow':
      return view.flow.has(id);
    case 'place':
      return view.element.has(id) || view.flow.has(id) || view.boundary.has(id);
    case 'data':
      return view.data.has(id);
    case 'identity':
      return view.identity.has(id);
    case 'option':
      return true;
  }
}

function idsThat<Part extends { readonly id: string; readonly switches: readonly Switch[] }>(
  parts: ReadonlyMap<string, Part>,
  isThere: (wanted: readonly Switch[]) => boolean,
): readonly string[] {
  return [...parts.values()].filter((part) => isThere(part.switches)).map((part) => part.id);
}

function keep<Part>(
  parts: ReadonlyMap<string, Part>,
  present: ReadonlySet<string>,
  change: (part: Part) => Part,
): ReadonlyMap<string, Part> {
  const kept = new Map<string, Part>();
  for (const [id, part] of parts) if (present.has(id)) kept.set(id, change(part));
  return kept;
}
