import type { Requirement } from '../../catalog/rule.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import type { Standing } from '../controls/standing.ts';
import type { ControlSite } from '../finding.ts';
import type { GroupVerdict } from './verdict.ts';

/** Whether a standing counts towards a requirement at a given strictness. */
export type Accepts = (standing: Standing | undefined) => boolean;

/** Whether only what is in place counts, or also what is planned. */
export type Strictness = 'met' | 'planned';

/** Tries a requirement: `holds` says whether it is met when exactly the accepted standings count. */
export function judgeGroup(
  requirement: Requirement,
  index: ControlIndex,
  holds: (accepts: Accepts, strictness: Strictness) => boolean,
  sites: readonly ControlSite[],
): GroupVerdict {
  const used = new Set<Standing>();
  const fits = (standing: Standing): boolean => requirement.assurance !== 'deterministic' || standing.bounds;
  const met: Accepts = (standing) => {
    if (standing?.state !== 'met' || !fits(standing)) return false;
    used.add(standing);
    return true;
  };
  if (holds(met, 'met')) {
    return { requirement, state: 'met', by: [...used], softener: undefined, sites };
  }
  const softener = findSoftener(requirement, index);
  const planned = new Set<Standing>();
  const metOrPlanned: Accepts = (standing) => {
    if (standing === undefined || standing.state === 'open' || !fits(standing)) return false;
    if (standing.state === 'planned') planned.add(standing);
    return true;
  };
  const somethingPlanned = index.all.some(
    (standing) => standing.state === 'planned' && requirement.anyOf.includes(standing.control.id),
  );
  if (somethingPlanned && holds(metOrPlanned, 'planned')) {
    return { requirement, state: 'planned', by: [...planned], softener, sites };
  }
  return { requirement, state: 'open', by: [], softener, sites };
}

/**
 * A filter that lowers the rate where a bound is asked for: named as such by the rule, or one of the
 * group's own controls that is in place without the assurance that the group wants.
 */
function findSoftener(requirement: Requirement, index: ControlIndex): Standing | undefined {
  const isWeaker = ({ control, bounds }: Standing): boolean =>
    requirement.assurance !== undefined && !bounds && requirement.anyOf.includes(control.id);
  return index.all.find(
    (standing) =>
      standing.state === 'met' &&
      (requirement.softenedBy.includes(standing.control.id) || isWeaker(standing)),
  );
}
