import type { Analysis } from '../../../analysis/analysis.ts';
import type { Edition } from '../../../catalog/risk.ts';
import { acceptancesOf, type Acceptance } from './acceptances.ts';
import { assumptionsOf, type Assumptions } from './assumptions.ts';
import { attackPathsOf, type AttackPath } from './attack-paths.ts';
import { declaredControlsOf, type DeclaredControl } from './declared-controls.ts';
import { depthOf, type Depth } from './depth.ts';
import { functionsOf, type CsfFunction } from './functions.ts';
import { heatMapOf, type HeatMap } from './heat-map.ts';
import { namingOf } from './naming.ts';
import { neededControlsOf, type NeededControl } from './needed-controls.ts';
import { nextStepsOf, type NextStep } from './next-steps.ts';
import { referencesOf, type ReferenceGroup } from './references.ts';
import { registerOf, type RegisterEntry } from './register.ts';
import { singlePointsOf, type SinglePointEntry } from './single-points.ts';
import { soundOf, type Sound } from './sound.ts';
import { summaryOf, type Summary } from './summary.ts';

/** What one report says, in words and in order; HTML and Markdown only give it a form. */
export interface ThreatReport {
  readonly edition: Edition;
  readonly today: string;
  readonly summary: Summary;
  readonly next: readonly NextStep[];
  readonly heatMap: HeatMap;
  readonly depth: readonly Depth[];
  readonly singlePoints: readonly SinglePointEntry[];
  readonly functions: readonly CsfFunction[];
  readonly attackPaths: readonly AttackPath[];
  readonly register: readonly RegisterEntry[];
  readonly needed: readonly NeededControl[];
  readonly declared: readonly DeclaredControl[];
  readonly acceptances: readonly Acceptance[];
  readonly assumptions: Assumptions;
  readonly references: readonly ReferenceGroup[];
  readonly sound: Sound;
}

export function buildThreatReport(analysis: Analysis, edition: Edition): ThreatReport {
  const naming = namingOf(analysis);
  const register = registerOf(analysis, naming);
  const needed = neededControlsOf(analysis, naming);
  return {
    edition,
    today: analysis.options.today,
    summary: summaryOf(analysis),
    next: nextStepsOf(analysis, naming),
    heatMap: heatMapOf(analysis),
    depth: depthOf(analysis, naming),
    singlePoints: singlePointsOf(analysis, naming),
    functions: functionsOf(analysis),
    attackPaths: attackPathsOf(analysis, naming),
    register,
    needed,
    declared: declaredControlsOf(analysis, naming),
    acceptances: acceptancesOf(analysis, naming),
    assumptions: assumptionsOf(analysis, naming),
    references: referencesOf(analysis),
    sound: soundOf(analysis, naming),
  };
}
