import type { Analysis } from '../../analysis/analysis.ts';
import { mayStandAt } from '../../analysis/controls/sites.ts';
import { suppose } from '../../analysis/coverage/suppose.ts';
import type { ControlSite, Finding } from '../../analysis/finding.ts';
import { judgeRules } from '../../analysis/judge-all.ts';

/** A control at a place where it would answer. */
export interface Answer {
  readonly control: string;
  readonly site: ControlSite;
}

/** Trying an answer judges the rule again. So many are tried, and in descriptors of this size at most. */
const mostTried = 24;
const mostElements = 400;

/**
 * For each open group every control at every site where it may stand, nearest site first. Where some of them close
 * the group at once and others are only a step (one of several routes), those that close it are given.
 */
export function answersOf(analysis: Analysis, finding: Finding): readonly (readonly Answer[])[] {
  return possibleAnswersOf(analysis, finding).map((answers) => {
    if (analysis.architecture.elements.size > mostElements) return answers;
    const closing = answers.slice(0, mostTried).filter((answer) => closes(analysis, finding, answer));
    return closing.length === 0 ? answers : closing;
  });
}

/** The same without a look at what each would change. */
export function possibleAnswersOf(
  { architecture, catalog }: Analysis,
  finding: Finding,
): readonly (readonly Answer[])[] {
  return finding.missing.map(({ controls, sites }) =>
    sites.flatMap((site) =>
      controls.flatMap((name): readonly Answer[] => {
        const control = catalog.controls.get(name);
        const fits = control === undefined || mayStandAt(architecture, control, site);
        return fits ? [{ control: name, site }] : [];
      }),
    ),
  );
}

/** Whether fewer groups are open once the control is in place. */
export function closes({ judgement, catalog }: Analysis, finding: Finding, answer: Answer): boolean {
  const rule = catalog.rules.get(finding.rule);
  if (rule === undefined) return false;
  const index = suppose(judgement, { counts: () => true, imagined: [answer] });
  const { verdicts } = judgeRules(judgement.scene, index, [rule]);
  const verdict = verdicts.find(({ place }) => place === finding.element);
  const open = verdict?.groups.filter((group) => group.state !== 'met').length ?? 0;
  return open < finding.missing.length;
}
