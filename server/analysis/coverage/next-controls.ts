import { severities } from '../../catalog/rule.ts';
import type { ImaginedControl } from '../controls/control-index.ts';
import { mayStandAt } from '../controls/sites.ts';
import type { NextControl } from '../coverage.ts';
import type { Finding, MissingGroup } from '../finding.ts';
import type { Judgement } from '../judge-all.ts';
import { shownSeverity } from '../severity.ts';
import { openUnder, rulesAbout } from './suppose.ts';

const most = 8;
const sitesTried = 3;
const candidatesTried = 150;
const effortOrder = ['small', 'medium', 'large'] as const;

/** Controls that are added at once, because a finding closes only with all of them. */
type Addition = readonly ImaginedControl[];

/**
 * The additions that close the most residual risk, chosen one after the other: each is the best one once
 * those before it are in place. Every candidate is tried by judging again, so that "closes" is a promise.
 */
export function nextControls(judgement: Judgement, findings: readonly Finding[]): readonly NextControl[] {
  const weights = new Map(findings.map((finding) => [finding.id, 4 ** severities.indexOf(shownSeverity(finding))]));
  const imagined: ImaginedControl[] = [];
  const chosen: NextControl[] = [];
  const open = new Set(findings.map((finding) => finding.id));
  const candidates = candidatesFor(judgement, findings);
  while (chosen.length < most && open.size > 0) {
    const fitting = candidates
      .map((addition) => addition.filter((one) => !imagined.some((known) => keyOf(known) === keyOf(one))))
      .filter((addition) => addition.length > 0 && addition.length <= most - chosen.length);
    const best = bestOf(judgement, fitting, imagined, open, weights);
    if (best === undefined) break;
    const { addition, closes } = best;
    imagined.push(...addition);
    for (const finding of closes) open.delete(finding);
    for (const one of addition) {
      const together = addition.filter((other) => other !== one).map(({ control }) => control);
      const { control, site } = one;
      chosen.push({ control, place: site.id ?? 'system', effort: effortOf(judgement, one), closes, together });
    }
  }
  return chosen;
}

function candidatesFor(judgement: Judgement, findings: readonly Finding[]): readonly Addition[] {
  const found = new Map<string, Addition>();
  const put = (addition: Addition): void => void found.set(addition.map(keyOf).join(), addition);
  for (const finding of findings) {
    const groups = finding.missing.map((group) => optionsFor(judgement, group));
    for (const one of groups.flat()) put([one]);
    const together = groups.flatMap(([first]) => first ?? []);
    if (groups.length > 1 && together.length === groups.length) put(together);
  }
  return [...found.values()].slice(0, candidatesTried);
}

/** The controls that answer a group, each at the nearest places where it may stand and at the boundaries around. */
function optionsFor({ scene }: Judgement, { controls, sites }: MissingGroup): readonly ImaginedControl[] {
  return controls.flatMap((id) => {
    const control = scene.catalog.controls.get(id);
    if (control === undefined) return [];
    const legal = sites.filter((site) => mayStandAt(scene.architecture, control, site));
    const boundaries = legal.slice(sitesTried).filter((site) => site.section === 'boundaries');
    return [...legal.slice(0, sitesTried), ...boundaries].map((site) => ({ control: id, site }));
  });
}

function keyOf({ control, site }: ImaginedControl): string {
  return `${control} ${site.id ?? 'system'}`;
}

function effortOf({ scene }: Judgement, { control }: ImaginedControl): NextControl['effort'] {
  return scene.catalog.controls.get(control)?.effort ?? 'medium';
}

/** The addition that closes the most for each control in it; of equal ones that of less effort. */
function bestOf(
  judgement: Judgement,
  candidates: readonly Addition[],
  imagined: readonly ImaginedControl[],
  open: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): { addition: Addition; closes: readonly string[] } | undefined {
  let best: { addition: Addition; closes: readonly string[]; score: number } | undefined;
  for (const addition of candidates) {
    const rules = rulesAbout(judgement, new Set(addition.map(({ control }) => control)));
    const concerned = new Set(rules.map((rule) => rule.id));
    const still = openUnder(judgement, { counts: () => true, imagined: [...imagined, ...addition] }, rules);
    const closes = [...open].filter((id) => concerned.has(id.split('@')[0] ?? '') && !still.has(id));
    if (closes.length === 0) continue;
    const closed = closes.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);
    const effort = addition.reduce((sum, one) => sum + effortOrder.indexOf(effortOf(judgement, one)), 0);
    const score = (closed - effort / 10) / addition.length;
    if (best === undefined || score > best.score) best = { addition, closes, score };
  }
  return best;
}
