import type { Analysis } from '../../../analysis/analysis.ts';
import type { NamedPlace, Naming } from './naming.ts';

export interface ChainElement extends NamedPlace {
  readonly kind: string;
  readonly zone: string | undefined;
  readonly trust: 'untrusted' | 'semi-trusted' | 'trusted' | undefined;
}

/** A step from one element to the next, by a flow or by its answer. */
export interface ChainStep {
  readonly flow: NamedPlace;
  readonly purpose: string;
  readonly answer: boolean;
  /** Titles of the boundaries that the step crosses. */
  readonly crosses: readonly string[];
}

/** A way through the architecture: one element more than steps. */
export interface Chain {
  readonly elements: readonly ChainElement[];
  readonly steps: readonly ChainStep[];
}

/** Reads a path of element and flow ids in turn. */
export function chainOf(analysis: Analysis, naming: Naming, path: readonly string[]): Chain {
  const { scene } = analysis.judgement;
  const elements = path
    .filter((_, at) => at % 2 === 0)
    .map((id): ChainElement => {
      const element = scene.architecture.elements.get(id);
      return {
        ...naming.place(id),
        kind: element?.kind ?? '',
        zone: element === undefined ? undefined : scene.links.zone(element),
        trust: analysis.reach.elements.get(id)?.trust,
      };
    });
  const steps = path
    .filter((_, at) => at % 2 === 1)
    .map((id, at): ChainStep => {
      const from = elements[at]?.id;
      const to = elements[at + 1]?.id;
      const ends = scene.architecture.flows.filter((flow) => flow.id === id);
      const forth = ends.find((flow) => flow.from.text === from && flow.to.text === to);
      const back = ends.find((flow) => flow.to.text === from && flow.from.text === to);
      const flow = forth ?? back;
      return {
        flow: naming.place(id),
        purpose: flow?.purpose ?? '',
        answer: forth === undefined && back !== undefined,
        crosses:
          flow === undefined
            ? []
            : scene.links.crossed(flow).map((boundary) => naming.place(boundary.id).title),
      };
    });
  return { elements, steps };
}

/** The chain on one line: `customer → chat → bot`. */
export function chainText({ elements }: Chain): string {
  return elements.map(({ id }) => id).join(' → ');
}
