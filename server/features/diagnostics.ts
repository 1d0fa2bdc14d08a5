import type { Analysis } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import { shownSeverity } from '../analysis/severity.ts';
import type { Severity } from '../catalog/rule.ts';
import type { Problem, ProblemCode, RelatedPlace } from '../model/problem.ts';
import { quote, quoteAll } from '../model/wording.ts';
import type { Span } from '../text/span.ts';
import type { FixTarget } from './fixes/fixes-for.ts';

/** How loudly something is shown in the text. */
export type Loudness = 'error' | 'warning' | 'information' | 'hint';

/** Something to be shown at a place of the text. */
export interface Mark {
  /** Rule id or problem code. */
  readonly code: string;
  readonly loudness: Loudness;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly target: FixTarget;
}

export interface MarkOptions {
  /** `off` hides the findings of a severity. */
  readonly severity: Readonly<Record<Severity, Loudness | 'off'>>;
  /** Somebody else reports faults of the YAML itself. */
  readonly yamlCheckedElsewhere: boolean;
}

export const usualSeverity: MarkOptions['severity'] = {
  critical: 'error',
  high: 'warning',
  medium: 'information',
  low: 'hint',
};

/** All problems, and the findings that nobody has accepted, by place in the text. */
export function diagnosticsOf(analysis: Analysis, options: MarkOptions): readonly Mark[] {
  const problems = analysis.problems
    .filter(({ code }) => !(options.yamlCheckedElsewhere && yamlFaults.has(code)))
    .map(markOfProblem);
  const findings = analysis.findings.flatMap((finding) => {
    const loudness = options.severity[shownSeverity(finding)];
    return finding.status === 'accepted' || loudness === 'off' ? [] : [markOfFinding(finding, loudness)];
  });
  return [...problems, ...findings].sort((a, b) => a.span.start - b.span.start);
}

const yamlFaults: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['yaml-syntax', 'duplicate-key']);

function markOfProblem(problem: Problem): Mark {
  const { code, severity, span, message, related } = problem;
  return { code, loudness: severity, span, message, related, target: { problem } };
}

function markOfFinding(finding: Finding, loudness: Loudness): Mark {
  const related = finding.because.flatMap(({ text, span }) => (span === undefined ? [] : [{ text, span }]));
  const { rule, span } = finding;
  return { code: rule, loudness, span, message: messageOf(finding), related, target: { finding } };
}

function messageOf(finding: Finding): string {
  const planned = finding.status === 'planned' ? ' (planned, not yet in place)' : '';
  const assumed = finding.confidence === 'assumed' ? ' (rests on an assumption)' : '';
  return finding.message + planned + assumed + answerOf(finding);
}

const fewControls = 3;

/** Of one group any control answers; of several, one each. */
function answerOf({ missing }: Finding): string {
  const [only, second] = missing;
  if (only === undefined) return '';
  if (second === undefined) return `; declare ${shortened('or', only.controls)}`;
  return `; declare ${shortened(
    'and',
    missing.flatMap(({ controls }) => controls.slice(0, 1)),
  )}`;
}

function shortened(conjunction: 'and' | 'or', names: readonly string[]): string {
  if (names.length <= fewControls) return quoteAll(conjunction, names);
  const named = names.slice(0, fewControls).map(quote).join(', ');
  return `${named} ${conjunction} ${names.length - fewControls} more`;
}
