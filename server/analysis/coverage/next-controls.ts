import { severities } from '../../catalog/rule.ts';
import type { ImaginedControl } from '../controls/control-index.ts';
import { mayStandAt } from '../controls/sites.ts';
import type { NextControl } from '../coverage.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge-all.ts';
import { shownSeverity } from '../severity.ts';
import { openUnder, rulesAbout } from './suppose.ts';

const most = 8;
const sitesTried = 3;
const candidatesTried = 150;
const effortOrder = ['small', 'medium', 'large'] as const;

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
    const best = bestOf(judgement, candidates, imagined, open, weights);
    if (best === undefined) break;
    imagined.push(best.candidate);
    for (const finding of best.closes) open.delete(finding);
    const effort = judgement.scene.catalog.controls.get(best.candidate.control)?.effort ?? 'medium';
    const place = best.candidate.site.id ?? 'system';
    chosen.push({ control: best.candidate.control, place, effort, closes: best.closes });
  }
  return chosen;
}

function candidatesFor(judgement: Judgement, findings: readonly Finding[]): readonly ImaginedControl[] {
  const { scene } = judgement;
  const found = new Map<string, ImaginedControl>();
  for (const finding of findings) {
    for (const group of finding.missing) {
      for (const id of group.controls) {
        const control = scene.catalog.controls.get(id);
        if (control === undefined) continue;
        const legal = group.sites.filter((site) => mayStandAt(scene.architecture, control, site));
        for (const site of [...legal.slice(0, sitesTried), ...legal.filter((s) => s.section === 'boundaries')]) {
          found.set(`${id} ${site.id ?? 'system'}`, { control: id, site });
        }
      }
    }
  }
  return [...found.values()].slice(0, candidatesTried);
}

function bestOf(
  judgement: Judgement,
  candidates: readonly ImaginedControl[],
  imagined: readonly ImaginedControl[],
  open: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): { candidate: ImaginedControl; closes: readonly string[] } | undefined {
  let best: { candidate: ImaginedControl; closes: readonly string[]; score: number } | undefined;
  for (const candidate of candidates) {
    const rules = rulesAbout(judgement, new Set([candidate.control]));
    const concerned = new Set(rules.map((rule) => rule.id));
    const still = openUnder(judgement, { counts: () => true, imagined: [...imagined, candidate] }, rules);
    const closes = [...open].filter((id) => concerned.has(id.split('@')[0] ?? '') && !still.has(id));
    if (closes.length === 0) continue;
    const effort = judgement.scene.catalog.controls.get(candidate.control)?.effort ?? 'medium';
    const score = closes.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0) - effortOrder.indexOf(effort) / 10;
    if (best === undefined || score > best.score) best = { candidate, closes, score };
  }
  return best;
}
