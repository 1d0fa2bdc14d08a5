// Runs rule examples while a rule is being written: `npx tsx scripts/try-catalog.ts [rule…]`, or shows what a
// descriptor gives: `npx tsx scripts/try-catalog.ts path/to/x.genai.yaml [rule…]`.
import { readFileSync } from 'node:fs';
import { analyze } from '../server/analysis/analyze.ts';
import { testExamples } from '../server/analysis/rule-examples.ts';
import { shownSeverity } from '../server/analysis/severity.ts';
import { parseCompiledCatalog } from '../server/catalog/compiled.ts';
import type { Catalog } from '../server/catalog/catalog.ts';
import { buildLineIndex } from '../server/text/line-index.ts';
import { compileCatalogFolder } from './generate/compile-catalog.ts';

const catalog = parseCompiledCatalog(await compileCatalogFolder());
const [first, ...rest] = process.argv.slice(2);
if (first?.endsWith('.yaml') === true) showDescriptor(catalog, first, rest);
else runExamples(catalog, first === undefined ? [] : [first, ...rest]);

function runExamples(known: Catalog, wanted: readonly string[]): void {
  const unknown = wanted.filter((id) => !known.rules.has(id));
  if (unknown.length > 0) throw new Error(`there is no rule ${unknown.join(', ')}`);
  let faults = 0;
  for (const rule of known.rules.values()) {
    if (wanted.length > 0 && !wanted.includes(rule.id)) continue;
    for (const whole of [false, true]) {
      for (const fault of testExamples(known, rule, whole)) {
        faults += 1;
        console.log(`${fault.rule} (${fault.example}${whole ? ', whole catalog' : ''}): ${fault.message}`);
      }
    }
  }
  console.log(`${String(known.rules.size)} rules, ${String(faults)} faults`);
}

function showDescriptor(known: Catalog, path: string, rules: readonly string[]): void {
  const text = readFileSync(path, 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  const analysis = analyze(text, known, { today, switches: {}, rulesOff: [], assumptions: true });
  const lines = buildLineIndex(text);
  const at = (offset: number): string => String(lines.positionAt(offset).line + 1);
  for (const problem of analysis.problems)
    console.log(`${at(problem.span.start)}: ${problem.severity} ${problem.code}: ${problem.message}`);
  for (const finding of analysis.findings) {
    if (rules.length > 0 && !rules.includes(finding.rule)) continue;
    const marks = [shownSeverity(finding), finding.status, finding.confidence].join(', ');
    console.log(`\n${at(finding.span.start)}: ${finding.id} (${marks})\n  ${finding.message}`);
    for (const reason of finding.because) console.log(`    - ${reason.text}`);
    for (const group of finding.missing) console.log(`    missing: ${group.controls.join(' or ')}`);
  }
  const elements = analysis.active.elements.size;
  console.log(
    `\n${String(analysis.findings.length)} findings, ${String(elements)} elements, ${(analysis.findings.length / elements).toFixed(2)} per element`,
  );
}
