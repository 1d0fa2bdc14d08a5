import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import type { Catalog } from '../../catalog/catalog.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import { problemRule } from './problem-rule.ts';
import { findingResult, problemIdentity, problemResult } from './results.ts';
import { fileUri, placesIn } from './places.ts';
import { sarifRule } from './sarif-rule.ts';

/** GitHub takes 25,000 results a run and shows the worst 5,000 of them; more would be refused as a whole. */
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
  const results = files.flatMap((file) => {
    const at = placesIn(file.file, file.analysis.text);
    return [
      ...problemResults(file, order, at),
      ...file.analysis.findings.map((finding) => findingResult(file, finding, order, at)),
    ];
  });
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
    results: worst(results, mostResults),
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function problemResults(
  file: CheckedFile,
  order: ReadonlyMap<string, number>,
  at: ReturnType<typeof placesIn>,
): readonly Result[] {
  const seen = new Map<string, number>();
  return file.analysis.problems
    .filter(({ severity }) => severity !== 'hint')
    .map((problem) => {
      const identity = problemIdentity(problem);
      const before = seen.get(identity) ?? 0;
      seen.set(identity, before + 1);
      return problemResult(file, problem, order, at, before);
    });
}

const levels: readonly Result['level'][] = ['error', 'warning', 'note'];

/** All results in their order, or so many of the worst. */
function worst(results: readonly Result[], most: number): Result[] {
  if (results.length <= most) return [...results];
  return results.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)).slice(0, most);
}
