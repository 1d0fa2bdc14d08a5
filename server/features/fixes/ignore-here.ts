import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { quote } from '../../model/wording.ts';
import { parseSyntax } from '../../syntax/parse.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import { dataOf } from '../edit/data.ts';
import { insertion } from '../edit/insert-entries.ts';
import { lineEndOf, lineStart } from '../edit/layout.ts';
import type { Fix } from './fix.ts';

/** Stands where the author must say it. */
export const reasonToWrite = 'say why this is no fault here';

/** Waves a finding through by a comment above its line, with a reason that is still to be written. */
export function ignoreHereFixes({ tree }: Analysis, finding: Finding): readonly Fix[] {
  if (finding.status === 'accepted') return [];
  const edit = commentAbove(tree, finding.span.start, finding.rule);
  if (!saysTheSame(tree, edit)) return [];
  const title = `Ignore ${quote(finding.rule)} here`;
  return [{ title, kind: 'suggestion', preferred: false, edits: [edit], answers: finding.id }];
}

function commentAbove({ text }: SyntaxTree, at: number, rule: string): TextEdit {
  const start = lineStart(text, at);
  const [indent = ''] = /^[ \t]*/.exec(text.slice(start)) ?? [];
  const comment = `# bartizan-ignore ${rule} -- ${reasonToWrite}`;
  return insertion(start, indent + comment + lineEndOf(text));
}

/** Between the lines of one text there is no place for a comment. */
function saysTheSame(tree: SyntaxTree, edit: TextEdit): boolean {
  const after = parseSyntax(applyEdits(tree.text, [edit]));
  return (
    after.problems.length === tree.problems.length &&
    JSON.stringify(dataOf(after.root)) === JSON.stringify(dataOf(tree.root))
  );
}
