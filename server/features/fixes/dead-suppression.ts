import type { Analysis } from '../../analysis/analysis.ts';
import { findSuppressions, type Suppression } from '../../analysis/suppressions.ts';
import type { Problem } from '../../model/problem.ts';
import { quote } from '../../model/wording.ts';
import { buildLineIndex } from '../../text/line-index.ts';
import { nearestWords } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import { afterLineBreak, lineEnd, lineStart } from '../edit/layout.ts';
import type { Fix } from './fix.ts';
import { reasonToWrite } from './ignore-here.ts';

/** Mends a comment that ignores nothing, where one can see what was meant, or takes it away. */
export function deadSuppressionFixes(analysis: Analysis, problem: Problem): readonly Fix[] {
  const { tree } = analysis;
  const comment = findSuppressions(tree).find(({ span }) => span.start === problem.span.start);
  if (comment === undefined) return [];
  const repairs = [...corrections(analysis, comment), ...reasons(analysis, comment)];
  const removal = {
    title: 'Remove the comment that ignores nothing',
    edit: { span: wholeLine(tree.text, comment.span), newText: '' },
  };
  return [...repairs, removal].map(({ title, edit }, _at, all) => ({
    title,
    kind: 'suggestion',
    preferred: all.length === 1,
    edits: [edit],
    answers: problem.code,
  }));
}

function corrections({ catalog }: Analysis, { rule, ruleSpan }: Suppression) {
  if (rule === '' || catalog.rules.has(rule)) return [];
  return nearestWords(rule, catalog.rules.keys()).map((word) => ({
    title: `Change to ${quote(word)}`,
    edit: { span: ruleSpan, newText: word },
  }));
}

/** Only a finding on the line below is worth a reason. */
function reasons({ tree, findings }: Analysis, { rule, ruleSpan, reason, span, line }: Suppression) {
  const lines = buildLineIndex(tree.text);
  const isOpen = findings.some(
    (finding) => finding.rule === rule && lines.positionAt(finding.span.start).line === line,
  );
  if (reason !== '' || !isOpen) return [];
  const edit = { span: { start: ruleSpan.end, end: span.end }, newText: ` -- ${reasonToWrite}` };
  return [{ title: `Give a reason to ignore ${quote(rule)}`, edit }];
}

function wholeLine(text: string, { start, end }: Span): Span {
  return { start: lineStart(text, start), end: afterLineBreak(text, lineEnd(text, end)) };
}
