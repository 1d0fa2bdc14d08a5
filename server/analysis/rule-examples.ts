import type { Catalog } from '../catalog/catalog.ts';
import type { Rule } from '../catalog/rule.ts';
import { touches } from '../text/span.ts';
import { buildLineIndex } from '../text/line-index.ts';
import { analyze } from './analyze.ts';
import type { Analysis } from './analysis.ts';

/** How an example of a rule does not do what it says. */
export interface ExampleFault {
  readonly rule: string;
  readonly example: 'fails' | 'passes';
  readonly message: string;
}

/**
 * Runs a rule's own examples. A failing example must show a finding of the rule at each place marked by a
 * comment `# ^ finding` under it, and at no other; a passing one must show none. With `whole`, all rules are
 * on, so that one that silences the other is seen.
 */
export function testExamples(catalog: Catalog, rule: Rule, whole: boolean): readonly ExampleFault[] {
  const judged: Catalog = whole ? catalog : { ...catalog, rules: new Map([[rule.id, rule]]) };
  return rule.examples.flatMap((example) => [
    ...faultsOf(rule, 'fails', example.fails, judged),
    ...faultsOf(rule, 'passes', example.passes, judged),
  ]);
}

function faultsOf(
  rule: Rule,
  example: 'fails' | 'passes',
  text: string,
  catalog: Catalog,
): readonly ExampleFault[] {
  const analysis = analyze(text, catalog, {
    today: '2026-01-01',
    switches: {},
    rulesOff: [],
    assumptions: true,
  });
  const fault = (message: string): ExampleFault => ({ rule: rule.id, example, message });
  const errors = analysis.problems.filter(
    (problem) => problem.severity === 'error' || problem.code === 'internal-error',
  );
  const faults = errors.map((problem) => fault(`the descriptor has a problem: ${problem.message}`));
  const findings = analysis.findings.filter((finding) => finding.rule === rule.id);
  if (example === 'passes') {
    return [
      ...faults,
      ...findings.map((finding) => fault(`it still finds ${finding.id}: ${finding.message}`)),
    ];
  }
  return [...faults, ...markFaults(analysis, findings).map(fault)];
}

function markFaults(analysis: Analysis, findings: Analysis['findings']): readonly string[] {
  const marks = markedOffsets(analysis.text);
  if (findings.length === 0) return ['nothing is found'];
  if (marks.length === 0)
    return [`no place is marked; it finds ${findings.map((finding) => finding.id).join(', ')}`];
  const missed = marks
    .filter((mark) => !findings.some((finding) => touches(finding.span, mark.offset)))
    .map(
      (mark) =>
        `nothing is found at the place marked in line ${String(mark.line)}; it finds ${findings.map((finding) => finding.id).join(', ')}`,
    );
  const unmarked = findings
    .filter((finding) => !marks.some((mark) => touches(finding.span, mark.offset)))
    .map((finding) => `${finding.id} is found and not marked`);
  return [...missed, ...unmarked];
}

/** Offsets above the first caret of each mark, in the nearest line above that is no mark itself. */
function markedOffsets(text: string): readonly { readonly offset: number; readonly line: number }[] {
  const index = buildLineIndex(text);
  const marks: { offset: number; line: number }[] = [];
  let subject = 0;
  for (let line = 0; line < index.lineCount; line += 1) {
    const content = index.lineText(line);
    const mark = /^\s*#[^^]*(\^+)\s*finding/.exec(content);
    if (mark === null) {
      subject = line;
      continue;
    }
    marks.push({ offset: index.lineStart(subject) + content.indexOf('^'), line: line + 1 });
  }
  return marks;
}
