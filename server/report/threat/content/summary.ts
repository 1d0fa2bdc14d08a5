import type { Analysis } from '../../../analysis/analysis.ts';
import { shownSeverity } from '../../../analysis/severity.ts';
import { severities, type Severity } from '../../../catalog/rule.ts';
import { count, platformName } from './naming.ts';
import { sentence } from '../../../diagram/graph/words.ts';

export interface Summary {
  readonly name: string;
  readonly description: string | undefined;
  /** Label to value: owner, platform, scope, stage, criticality. */
  readonly facts: readonly (readonly [string, string])[];
  readonly verdict: string;
  /** Sentences a manager reads after the verdict. */
  readonly remarks: readonly string[];
  readonly inherent: Readonly<Record<Severity, number>>;
  readonly residual: Readonly<Record<Severity, number>>;
  readonly worst: Severity | 'none';
  /** Number to what is counted. */
  readonly figures: readonly (readonly [number, string])[];
  /** Faults of the text because of which the report is incomplete. */
  readonly errors: readonly string[];
}

const scopes: Readonly<Record<number, string>> = {
  1: 'consumer application',
  2: 'enterprise application',
  3: 'pre-trained model',
  4: 'fine-tuned model',
  5: 'self-trained model',
};

export function summaryOf(analysis: Analysis): Summary {
  const { active, coverage, findings, problems } = analysis;
  const { system } = active;
  const said = (key: string): string | undefined => system.facts.get(key)?.values[0]?.text;
  const worst = severities.findLast((severity) => coverage.residual[severity] > 0) ?? 'none';
  const inPlace = analysis.judgement.index.all.filter(({ state }) => state === 'met').length;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Owner', said('owner')],
    ['Platform', system.platform === undefined ? undefined : platformName(system.platform)],
    [
      'Scope',
      system.scope === undefined ? undefined : `${system.scope}, ${scopes[system.scope] ?? 'unknown'}`,
    ],
    ['Stage', system.stage === undefined ? undefined : sentence(system.stage)],
    ['Criticality', system.criticality === undefined ? undefined : sentence(system.criticality)],
    [
      'Risk appetite',
      said('risk-appetite') === undefined ? undefined : sentence(said('risk-appetite') ?? ''),
    ],
  ];
  return {
    name: system.name ?? 'Unnamed system',
    description: said('description'),
    facts: facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
    verdict: verdictOf(coverage.residual, worst),
    remarks: remarksOf(analysis, said('risk-appetite')),
    inherent: coverage.inherent,
    residual: coverage.residual,
    worst,
    figures: [
      figure(active.elements.size, 'actor or component', 'actors and components'),
      figure(new Set(active.flows.filter(({ drawn }) => drawn).map(({ id }) => id)).size, 'flow'),
      figure(active.boundaries.size, 'trust boundary', 'trust boundaries'),
      figure(inPlace, 'control in place', 'controls in place'),
      figure(findings.filter(({ status }) => status === 'accepted').length, 'accepted risk'),
    ],
    errors: problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  };
}

function figure(number: number, one: string, many = `${one}s`): readonly [number, string] {
  return [number, number === 1 ? one : many];
}

function verdictOf(residual: Summary['residual'], worst: Severity | 'none'): string {
  if (worst === 'none') return 'No risk is left open by this design.';
  const total = severities.reduce((sum, severity) => sum + residual[severity], 0);
  const grave = residual.critical + residual.high;
  if (grave === 0) return `${count(total, 'finding')} left open, none of them high or critical.`;
  return `${count(grave, 'critical or high finding', 'critical or high findings')} of ${total} must be answered before this design can be relied on.`;
}

function remarksOf(
  { coverage, findings, options }: Analysis,
  appetite: string | undefined,
): readonly string[] {
  const open = findings.filter(({ status }) => status !== 'accepted');
  const planned = open.filter(({ status }) => status === 'planned').length;
  const assumed = open.filter(({ confidence }) => confidence === 'assumed').length;
  const bare = coverage.depth.filter(
    ({ layers, weakestPath }) => layers === 0 && weakestPath.length > 0,
  ).length;
  const switched = Object.entries(options.switches).map(([option, on]) => `"${option}" ${on ? 'on' : 'off'}`);
  return [
    appetiteRemark(open.map(shownSeverity), appetite),
    bare === 0 ? '' : `Against ${count(bare, 'risk')} nothing at all stands on the weakest path.`,
    coverage.singlePoints.length === 0
      ? ''
      : `${count(coverage.singlePoints.length, 'control')} would open findings by failing alone.`,
    planned === 0
      ? ''
      : `For ${count(planned, 'finding')} the answer is planned, which shows ${planned === 1 ? 'it' : 'them'} one step milder.`,
    assumed === 0
      ? ''
      : `${count(assumed, 'finding')} ${assumed === 1 ? 'rests' : 'rest'} on an assumption; saying the fact in the descriptor confirms or closes ${assumed === 1 ? 'it' : 'them'}.`,
    switched.length === 0 ? '' : `Judged with option ${switched.join(', ')}.`,
  ].filter((remark) => remark !== '');
}

function appetiteRemark(shown: readonly Severity[], appetite: string | undefined): string {
  const bound = severities.findIndex((severity) => severity === appetite);
  if (bound < 0) return '';
  const above = shown.filter((severity) => severities.indexOf(severity) > bound).length;
  return above === 0
    ? `Nothing lies above the declared risk appetite, ${appetite ?? ''}.`
    : `${count(above, 'finding')} ${above === 1 ? 'lies' : 'lie'} above the declared risk appetite, ${appetite ?? ''}.`;
}
