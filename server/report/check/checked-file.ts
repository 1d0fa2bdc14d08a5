import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities, type Severity } from '../../catalog/rule.ts';
import { isKnown, type KnownFindings } from './baseline.ts';

/** One descriptor that was checked, under the name by which the user knows it. */
export interface CheckedFile {
  readonly file: string;
  readonly analysis: Analysis;
  /** What the baseline has of it; absent where there is no baseline. */
  readonly known: KnownFindings | undefined;
}

/** Findings that count: neither accepted nor in the baseline. */
export function countedFindings({ analysis, known }: CheckedFile): readonly Finding[] {
  return analysis.findings.filter((finding) => finding.status !== 'accepted' && !isKnown(known, finding));
}

/** Findings that count, by the severity they are shown with. */
export function countFindings(files: readonly CheckedFile[]): Readonly<Record<Severity, number>> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const finding of files.flatMap(countedFindings)) counts[shownSeverity(finding)] += 1;
  return counts;
}

export function countErrors(files: readonly CheckedFile[]): number {
  return files.reduce(
    (sum, { analysis }) => sum + analysis.problems.filter((problem) => problem.severity === 'error').length,
    0,
  );
}

/** Whether a text could not be read as YAML, in whole or in part. */
export function isUnreadable({ analysis }: Pick<CheckedFile, 'analysis'>): boolean {
  return analysis.tree.problems.length > 0 || analysis.tree.root?.type !== 'map';
}

/** Whether something stands at or above the threshold. A descriptor with errors is never clean. */
export function reachesThreshold(files: readonly CheckedFile[], threshold: Severity | 'never'): boolean {
  if (threshold === 'never') return false;
  const counts = countFindings(files);
  const grave = severities.slice(severities.indexOf(threshold)).some((severity) => counts[severity] > 0);
  return grave || countErrors(files) > 0;
}
