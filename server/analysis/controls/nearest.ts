import type { Standing } from './standing.ts';

/** Looks up what is stated at one place. */
export type Place = () => Standing | undefined;

export interface BoundaryPlace {
  readonly boundary: string;
  readonly at: Place;
}

/** One end of a hop: what it says of itself, and the boundaries around it from the innermost outwards. */
interface End {
  readonly own: Place;
  readonly around: readonly BoundaryPlace[];
}

/** The nearest statement decides, unless it is met and one further out is met by more than it: that one still stands. */
export function nearest(places: readonly Place[]): Standing | undefined {
  let first: Standing | undefined;
  for (const at of places) {
    const standing = at();
    if (standing === undefined) continue;
    if (first === undefined) {
      first = standing;
      if (settles(first)) return first;
    } else if (standing.state !== 'met') return first;
    else if (standing.bounds) return standing;
  }
  return first;
}

/** Whether nothing further out could still count for more. */
export function settles(standing: Standing | undefined): boolean {
  return standing !== undefined && (standing.state !== 'met' || standing.bounds);
}

/** Of several at the same place: what one does not stop, another may. */
export function strongest(standings: readonly (Standing | undefined)[]): Standing | undefined {
  const rank = (standing: Standing): number =>
    standing.state === 'open' ? 0 : standing.state === 'planned' ? 1 : standing.bounds ? 3 : 2;
  return standings.reduce(
    (best, next) => (next !== undefined && (best === undefined || rank(next) > rank(best)) ? next : best),
    undefined,
  );
}

/**
 * What decides at the two ends of one hop. What an end or a boundary inside says overrules the boundaries further
 * out, also where they lie around the other end, too.
 */
export function nearestAtEnds(
  one: End,
  other: End,
): { readonly standings: readonly (Standing | undefined)[]; readonly isSettled: boolean } {
  const overruled = [overruledBy(one), overruledBy(other)];
  const counts = ({ boundary }: BoundaryPlace): boolean =>
    !overruled.some((boundaries) => boundaries?.has(boundary) === true);
  const standings = [one, other].map(({ own, around }) =>
    nearest([own, ...around.filter(counts).map(({ at }) => at)]),
  );
  return { standings, isSettled: overruled.some((boundaries) => boundaries !== undefined) };
}

/** The boundaries further out than the statement that settles the matter at an end; absent where none does. */
function overruledBy({ own, around }: End): ReadonlySet<string> | undefined {
  const places = [own, ...around.map(({ at }) => at)];
  const settling = places.findIndex((at) => settles(at()));
  return settling === -1 ? undefined : new Set(around.slice(settling).map(({ boundary }) => boundary));
}
