import type { Requirement, Rule } from '../../catalog/rule.ts';
import type { Flow } from '../../model/architecture.ts';
import type { Standing } from '../controls/standing.ts';
import type { ControlSite } from '../finding.ts';
import type { Evidence } from '../match/evidence.ts';

/** How one group of controls fares at one place. */
export interface GroupVerdict {
  readonly requirement: Requirement;
  readonly state: 'met' | 'planned' | 'open';
  /** What meets or plans it. */
  readonly by: readonly Standing[];
  /** A control that lowers the risk and does not close it. */
  readonly softener: Standing | undefined;
  /** Where a control of the group would answer, best first. */
  readonly sites: readonly ControlSite[];
}

/** A way of content through the architecture: elements and flows in turn. */
export interface Route {
  readonly elements: readonly string[];
  readonly flows: readonly Flow[];
}

/** A place where a rule applies, whether its requirements are met or not. */
export interface Verdict {
  readonly rule: Rule;
  /** Id of an element, flow entry or boundary, or `system`. */
  readonly place: string;
  readonly evidence: Evidence;
  readonly groups: readonly GroupVerdict[];
  /** The shortest route that shows the fault; absent for rules that are about no path. */
  readonly route: Route | undefined;
  readonly moreRoutes: number;
  /** Names for the message. */
  readonly names: Readonly<Record<string, string>>;
  /** Elements that severity changes test as `from` and `target`. */
  readonly from: string | undefined;
  readonly target: string | undefined;
  readonly flow: Flow | undefined;
}

export function isOpen(verdict: Verdict): boolean {
  return verdict.rule.require.length === 0 || verdict.groups.some((group) => group.state !== 'met');
}
