import type { Requirement } from '../../catalog/rule.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import type { Standing } from '../controls/standing.ts';
import type { ControlSite } from '../finding.ts';
import type { GroupVerdict } from './verdict.ts';

/** Whether a standing counts towards a requirement at a given strictness. */
export type Accepts = (standing: Standing | undefined) => boolean;

/** What counts: only what is in place, also what is planned, or what merely lowers the rate, too. */
export type Counting = 'met' | 'planned' | 'softened';

/** Whether a requirement is met at the place at hand when exactly the accepted standings count. */
export type Holds = (requirement: Requirement, accepts: Accepts, counting: Counting) => boolean;

/** Tries a requirement at one place. */
export function judgeGroup(
  requirement: Requirement,
  index: ControlIndex,
  holds: Holds,
  sites: readonly ControlSite[],
): GroupVerdict {
  const used = new Set<Standing>();
  const fits = (standing: Standing): boolean => requirement.assurance !== 'deterministic' || standing.bounds;
  const met: Accepts = (standing) => {
    if (standing?.state !== 'met' || !fits(standing)) return false;
    used.add(standing);
    return true;
  };
  if (holds(requirement, met, 'met')) {
    return { requirement, state: 'met', by: [...used], softener: undefined, sites };
  }
  const softener = findSoftener(requirement, index, holds);
  const planned = new Set<Standing>();
  const metOrPlanned: Accepts = (standing) => {
    if (standing === undefined || standing.state === 'open' || !fits(standing)) return false;
    if (standing.state === 'planned') planned.add(standing);
    return true;
  };
  const somethingPlanned = requirement.anyOf.some((control) =>
    index.of(control).some((standing) => standing.state === 'planned'),
  );
  if (somethingPlanned && holds(requirement, metOrPlanned, 'planned')) {
    return { requirement, state: 'planned', by: [...planned], softener, sites };
  }
  return { requirement, state: 'open', by: [], softener, sites };
}

/**
 * A filter that lowers the rate where a bound is asked for: named as such by the rule, or one of the group's own
 * controls without the assurance that the group wants. It must stand on every way that is open: a filter beside
 * the way lowers nothing.
 */
function findSoftener(requirement: Requirement, index: ControlIndex, holds: Holds): Standing | undefined {
  const isWeaker = ({ control, bounds }: Standing): boolean =>
    requirement.assurance !== undefined && !bounds && requirement.anyOf.includes(control.id);
  const softens = (standing: Standing): boolean =>
    standing.state === 'met' && (requirement.softenedBy.includes(standing.control.id) || isWeaker(standing));
  const wanted = softened(requirement);
  if (!wanted.anyOf.some((control) => index.of(control).some(softens))) return undefined;
  const used = new Set<Standing>();
  const metOrSoftened: Accepts = (standing) => {
    if (standing?.state !== 'met') return false;
    if (softens(standing)) used.add(standing);
    return true;
  };
  if (!holds(wanted, metOrSoftened, 'softened')) return undefined;
  return index.all.find((standing) => used.has(standing));
}

/** What softens need not stand where the group wants its controls, as long as it stands before the harm. */
function softened(requirement: Requirement): Requirement {
  return {
    ...requirement,
    anyOf: [...requirement.anyOf, ...requirement.softenedBy],
    at: [...new Set([...requirement.at, ...anywhere])],
  };
}

const anywhere = ['every-path', 'source', 'target', 'system'] as const;
