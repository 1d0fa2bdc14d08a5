import type { Analysis } from '../analysis/analysis.ts';

/** Controls in place count once for each place and assurance: the rest does not fail independently. */
export function layersOfDefence({ judgement }: Analysis, places: ReadonlySet<string>): number {
  const standing = judgement.index.all.filter(
    ({ state, place, control }) => state === 'met' && places.has(place) && control.kind !== 'governance',
  );
  return new Set(standing.map(({ place, control }) => `${place} ${control.assurance}`)).size;
}
