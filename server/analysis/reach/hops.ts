import type { Architecture, Element } from '../../model/architecture.ts';
import type { AssetMasks } from './asset-masks.ts';
import type { AssetSet } from './asset-set.ts';
import type { DataEdge } from './data-edges.ts';
import { exchangeOf, type Exchange } from './exchange.ts';

/** A data edge between two elements with all that walks ask of it, looked up once for all of them. */
export interface Hop {
  readonly edge: DataEdge;
  readonly source: number;
  readonly target: Element;
  readonly targetNumber: number;
  /** What of the content comes into being at the source. */
  readonly made: AssetSet;
  /** What of the content at the source leaves by the hop: all that is there, that beside what it makes, or only that. */
  readonly passes: 'all' | 'and-made' | 'only-made';
  /** Whether the target makes something else of all that it is given. */
  readonly isRemade: boolean;
  readonly goesOn: boolean;
  readonly exchange: Exchange;
}

export interface Hops {
  readonly all: readonly Hop[];
  /** Hops by the number of the element that they leave, in the order of the flows. */
  readonly leaving: readonly (readonly Hop[])[];
  /** Hops by the number of the element that they enter, as far as what they bring goes on from there. */
  readonly entering: readonly (readonly Hop[])[];
  /** Number of an element, by id. */
  readonly numbers: ReadonlyMap<string, number>;
}

export function buildHops(
  architecture: Architecture,
  edges: readonly DataEdge[],
  masks: AssetMasks,
  edgesOf: (flowKey: string) => readonly DataEdge[],
): Hops {
  const numbers = new Map([...architecture.elements.keys()].map((id, number) => [id, number]));
  const hops = edges.flatMap((edge): readonly Hop[] => {
    const source = architecture.elements.get(edge.from);
    const target = architecture.elements.get(edge.to);
    if (source === undefined || target === undefined || source === target) return [];
    const isAnswered = edgesOf(edge.flow.key).some(({ direction }) => direction === 'return');
    return [
      {
        edge,
        source: numbers.get(source.id) ?? 0,
        target,
        targetNumber: numbers.get(target.id) ?? 0,
        made: masks.made(edge),
        passes: remakes(source) ? 'only-made' : speaksForItself(source) ? 'all' : 'and-made',
        isRemade: remakes(target),
        goesOn: masks.goesOn(edge),
        exchange: exchangeOf(edge, source, target, isAnswered),
      },
    ];
  });
  const leaving: Hop[][] = Array.from(numbers, () => []);
  const entering: Hop[][] = Array.from(numbers, () => []);
  for (const hop of hops) {
    leaving[hop.source]?.push(hop);
    if (hop.goesOn) entering[hop.targetNumber]?.push(hop);
  }
  return { all: hops, leaving, entering, numbers };
}

/** Whatever it is given, it writes anew: all its content is one. */
export function remakes(element: Element): boolean {
  return element.group === 'model' || element.kind === 'external-agent';
}

/** What it hands out is its own word, whatever it was given. */
export function speaksForItself(element: Element): boolean {
  return element.role === 'actor' || element.kind === 'human-reviewer';
}
