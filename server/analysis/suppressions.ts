import type { Catalog } from '../catalog/catalog.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { Problem } from '../model/problem.ts';
import { quote } from '../model/wording.ts';
import type { SyntaxNode, SyntaxTree } from '../syntax/tree.ts';
import { buildLineIndex, type LineIndex } from '../text/line-index.ts';
import { covers, type Span } from '../text/span.ts';
import type { AnalysisOptions } from './analysis.ts';
import type { Finding } from './finding.ts';

/** `# bartizan-ignore <rule> -- <reason>`, on a line of its own. */
export interface Suppression {
  readonly span: Span;
  readonly rule: string;
  readonly ruleSpan: Span;
  readonly reason: string;
  /** The line that it speaks of: the next one that is no comment. */
  readonly line: number;
}

/** Leaves out the findings that a comment above their line waves through, and reports comments that do nothing. */
export function applySuppressions(
  findings: readonly Finding[],
  tree: SyntaxTree,
  catalog: Catalog,
  options: Pick<AnalysisOptions, 'rulesOff'>,
): { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] } {
  const suppressions = findSuppressions(tree);
  if (suppressions.length === 0) return { findings, problems: [] };
  const lines = buildLineIndex(tree.text);
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    if (finding.status === 'accepted') return true;
    const { line } = lines.positionAt(finding.span.start);
    const by = suppressions.find(
      ({ reason, rule, line: above }) => reason !== '' && rule === finding.rule && above === line,
    );
    if (by !== undefined) used.add(by);
    return by === undefined;
  });
  const problems = suppressions
    .filter((suppression) => !used.has(suppression) && !options.rulesOff.includes(suppression.rule))
    .map((suppression) =>
      makeProblem('dead-suppression', suppression.span, faultOf(suppression, catalog), {
        severity: 'warning',
      }),
    );
  return { findings: kept, problems };
}

function faultOf({ rule, reason }: Suppression, catalog: Catalog): string {
  const form = 'write "# bartizan-ignore <rule> -- <reason>"';
  if (rule === '') return `this comment ignores nothing because it names no rule; ${form}`;
  if (!catalog.rules.has(rule)) return `this comment ignores nothing because there is no rule ${quote(rule)}`;
  if (reason === '') return `this comment ignores nothing because it gives no reason; ${form}`;
  return `no finding of ${quote(rule)} is open on the line below, so this comment ignores nothing; remove it`;
}

const form = /^([ \t]*)(#[ \t]*bartizan-ignore(?![\w-])[ \t]*)(.*)$/;

/** Every such comment, one that says too little included. */
export function findSuppressions(tree: SyntaxTree): readonly Suppression[] {
  if (!tree.text.includes('bartizan-ignore')) return [];
  const lines = buildLineIndex(tree.text);
  const found: Suppression[] = [];
  for (let line = 0; line < lines.lineCount; line += 1) {
    const content = lines.lineText(line);
    const match = form.exec(content);
    if (match === null) continue;
    const [, indent = '', opening = '', said = ''] = match;
    const start = lines.lineStart(line);
    const span = { start: start + indent.length, end: start + content.trimEnd().length };
    if (isWithinScalar(tree.root, span)) continue;
    const [before = '', ...rest] = said.split(/[ \t]+--(?=[ \t]|$)/);
    const rule = before.trim();
    const ruleStart = span.start + opening.length;
    found.push({
      span,
      rule,
      ruleSpan: { start: ruleStart, end: ruleStart + rule.length },
      reason: rest.join('--').trim(),
      line: spokenOf(lines, line),
    });
  }
  return found;
}

/** Several comments may stand above one line. */
function spokenOf(lines: LineIndex, comment: number): number {
  let line = comment + 1;
  while (line < lines.lineCount && /^[ \t]*#/.test(lines.lineText(line))) line += 1;
  return line;
}

/** A text of several lines may hold what looks like a comment. */
function isWithinScalar(node: SyntaxNode | undefined, span: Span): boolean {
  switch (node?.type) {
    case undefined:
      return false;
    case 'scalar':
      return covers(node.span, span);
    case 'list':
      return node.items.some((item) => isWithinScalar(item, span));
    case 'map':
      return node.entries.some(({ value }) => isWithinScalar(value, span));
  }
}
