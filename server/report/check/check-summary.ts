import { severities } from '../../catalog/rule.ts';
import { countedFindings, countErrors, countFindings, type CheckedFile } from './checked-file.ts';
import { plain, type Paint } from './paint.ts';

/** What was checked and found, in one line without a full stop. */
export function checkSummary(files: readonly CheckedFile[], paint: Paint = plain): string {
  const counts = countFindings(files);
  const errors = countErrors(files);
  const all = files.flatMap(({ analysis }) => analysis.findings);
  const accepted = all.filter((finding) => finding.status === 'accepted').length;
  const known = all.length - accepted - files.flatMap(countedFindings).length;
  const found = severities
    .toReversed()
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint.severity(severity, `${String(counts[severity])} ${severity}`));
  const parts = [
    found.length === 0 ? 'no findings' : `findings: ${found.join(', ')}`,
    ...(errors > 0 ? [`${String(errors)} ${errors === 1 ? 'error' : 'errors'} in the text`] : []),
    ...(accepted > 0 ? [`${String(accepted)} accepted`] : []),
    ...(known > 0 ? [`${String(known)} in the baseline`] : []),
  ];
  const many = files.length === 1 ? '1 descriptor' : `${String(files.length)} descriptors`;
  return `${many} checked, ${parts.join('; ')}`;
}
