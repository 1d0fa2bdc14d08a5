import type { Log, ReportingDescriptor, Run } from 'sarif';
import type { Catalog } from '../../catalog/catalog.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import { problemRule } from './problem-rule.ts';
import { findingResult, problemResult } from './results.ts';
import { fileUri } from './places.ts';
import { sarifRule } from './sarif-rule.ts';

/** GitHub takes 25,000 results a run and shows 5,000; more would be refused as a whole. */
const mostResults = 25_000;

/** A log of SARIF 2.1.0, within what GitHub code scanning documents that it accepts. */
export function checkSarif(files: readonly CheckedFile[], catalog: Catalog, version: string): string {
  const rules = new Map<string, ReportingDescriptor>();
  for (const { analysis } of files) {
    for (const { rule: id } of analysis.findings) {
      const rule = catalog.rules.get(id);
      if (rule !== undefined && !rules.has(id)) rules.set(id, sarifRule(rule, catalog));
    }
    for (const { code, severity } of analysis.problems) {
      if (severity !== 'hint' && !rules.has(code)) rules.set(code, problemRule(code));
    }
  }
  const order = new Map([...rules.keys()].map((id, at) => [id, at]));
  const results = files.flatMap((file) => [
    ...file.analysis.problems
      .filter((problem) => problem.severity !== 'hint')
      .map((problem) => problemResult(file, problem, order)),
    ...file.analysis.findings.map((finding) => findingResult(file, finding, order)),
  ]);
  const run: Run = {
    tool: {
      driver: {
        name: 'Bartizan',
        version,
        semanticVersion: version,
        organization: 'Bartizan',
        shortDescription: { text: 'Secure GenAI design: architecture descriptors judged against a catalog.' },
        rules: [...rules.values()],
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder in which Bartizan ran.' } } },
    artifacts: files.map(({ file }) => ({ location: { uri: fileUri(file), uriBaseId: '%SRCROOT%' } })),
    results: results.slice(0, mostResults),
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
