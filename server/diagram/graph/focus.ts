import type { Finding } from '../../analysis/finding.ts';
import type { Architecture, Flow } from '../../model/architecture.ts';
import { enclosing } from './containment.ts';
import type { Subject } from './subject.ts';

/** What the reader looks at. Paths count from 0. */
export type Focus =
  | { readonly type: 'element' | 'boundary' | 'risk'; readonly id: string }
  | { readonly type: 'path'; readonly finding: string; readonly index: number };

/** Ids of the elements, flows and boundaries that a focus is about, with the neighbours of what it names. */
export function placesInFocus(subject: Subject, focus: Focus): ReadonlySet<string> {
  const { architecture, findings } = subject;
  switch (focus.type) {
    case 'element':
      return withNeighbours(architecture, new Set([focus.id]));
    case 'boundary':
      return new Set([focus.id, ...withNeighbours(architecture, elementsWithin(architecture, focus.id))]);
    case 'risk':
      return placesOf(
        architecture,
        findings.filter(({ risks }) => risks.includes(focus.id)),
      );
    case 'path': {
      const finding = findings.find(({ id }) => id === focus.finding);
      return withEnds(architecture, finding?.paths[focus.index] ?? []);
    }
  }
}

function elementsWithin({ boundaries, elements }: Architecture, boundary: string): ReadonlySet<string> {
  const inside = [...elements.values()].filter(({ within }) =>
    enclosing(boundaries, within).some(({ id }) => id === boundary),
  );
  return new Set(inside.map(({ id }) => id));
}

function withNeighbours({ flows }: Architecture, elements: ReadonlySet<string>): ReadonlySet<string> {
  const touching = flows.filter(({ from, to }) => elements.has(from.text) || elements.has(to.text));
  return new Set([...elements, ...touching.flatMap(withItsEnds)]);
}

function placesOf(architecture: Architecture, findings: readonly Finding[]): ReadonlySet<string> {
  return withEnds(
    architecture,
    findings.flatMap(({ element, paths }) => [element, ...(paths[0] ?? [])]),
  );
}

function withEnds({ flows }: Architecture, places: readonly string[]): ReadonlySet<string> {
  const named = new Set(places);
  return new Set([...named, ...flows.filter(({ id, drawn }) => drawn && named.has(id)).flatMap(withItsEnds)]);
}

function withItsEnds({ id, from, to }: Flow): readonly string[] {
  return [from.text, id, to.text];
}
