import type { Boundary, Element } from '../architecture.ts';
import { makeProblem } from '../make-problem.ts';
import type { Problem, Remedy } from '../problem.ts';
import { quote } from '../wording.ts';
import type { GroupName } from '../vocabulary/kinds.ts';
import { isWritten, type CheckContext } from './check-architecture.ts';

/** Components that lie in no boundary. Actors and outside parties are outside by what they are. */
export function* checkPlacement(context: CheckContext): Generator<Problem> {
  const { architecture } = context;
  const boundaries = [...architecture.boundaries.values()];
  for (const element of architecture.elements.values()) {
    if (
      element.within !== undefined ||
      element.role === 'actor' ||
      element.group === 'actor' ||
      element.group === 'external'
    )
      continue;
    // A reference that dangles, or an entry that has only begun, is a problem of its own.
    if (isWritten(context, element.id, 'within') || !element.facts.has('kind')) continue;
    const message =
      boundaries.length === 0
        ? `${quote(element.id)} lies in no boundary, and none is drawn; add "boundaries" and say "within"`
        : `${quote(element.id)} lies in no boundary; say "within", so that it is known whose controls apply`;
    yield makeProblem('outside-every-boundary', element.idSpan, message, {
      severity: 'warning',
      remedies: remediesFor(element, boundaries),
    });
  }
}

/** The zone in which elements of a group usually lie. */
const usualZone: Readonly<Record<GroupName, string>> = {
  actor: 'external',
  interface: 'user-interface',
  edge: 'user-interface',
  application: 'application',
  tool: 'application',
  'control-point': 'application',
  model: 'model',
  'ml-platform': 'model',
  state: 'data',
  data: 'data',
  external: 'external',
  operations: 'environment',
};

function remediesFor(element: Element, boundaries: readonly Boundary[]): readonly Remedy[] {
  const zone = element.facts.get('zone')?.values[0]?.text ?? usualZone[element.group];
  const fitting = boundaries.filter((boundary) => boundary.zone === zone);
  const offered = fitting.length > 0 ? fitting.slice(0, 3) : boundaries.length === 1 ? boundaries : [];
  return offered.map((boundary) => ({
    type: 'add-key',
    title: `Put it within "${boundary.id}"`,
    section: element.role === 'actor' ? 'actors' : 'components',
    id: element.id,
    key: 'within',
    value: boundary.id,
  }));
}
