import assert from 'node:assert/strict';
import type { Analysis, AnalysisOptions } from '../../server/analysis/analysis.ts';
import { analyze } from '../../server/analysis/analyze.ts';
import { shownSeverity } from '../../server/analysis/severity.ts';
import type { Catalog } from '../../server/catalog/catalog.ts';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { buildLineIndex } from '../../server/text/line-index.ts';

/** Controls of every assurance and side, without rules: tests of the engine must not change with the catalog. */
const someControls = `
risks:
  prompt-injection: { title: Prompt injection, summary: Text steers the model., owasp: { '2023': [], '2025': [LLM01:2025], '2026': [] } }
  sensitive-disclosure: { title: Disclosure, summary: Secrets leak., owasp: { '2023': [], '2025': [LLM02:2025], '2026': [] } }
controls:
${control('screen', { protects: 'input', assurance: 'probabilistic' })}
${control('hard-screen', { protects: 'input', assurance: 'deterministic' })}
${control('output-check', { protects: 'output', assurance: 'deterministic' })}
${control('human-approval', { protects: 'input', assurance: 'procedural' })}
${control('capability-separation', { protects: 'both', assurance: 'deterministic' })}
${control('output-validation', { protects: 'both', assurance: 'deterministic' })}
${control('content-review', { protects: 'input', assurance: 'procedural', raisesTrust: true })}
${control('tone-of-voice', { protects: 'both', assurance: 'probabilistic', behavioural: true })}
${control('model-hardening', { protects: 'both', assurance: 'deterministic', zones: '[model]' })}
${control('encryption-in-transit', { protects: 'both', assurance: 'deterministic' })}
${control('no-system', { protects: 'both', assurance: 'deterministic', system: false })}
services:
  aws:safe-model: { title: Safe Model, kinds: [llm, agent, tool], brings: [{ control: hard-screen, source: 'https://example.com' }] }
  aws:page-reader: { title: Page Reader, kinds: [tool], brings: [], facts: { effects: [fetches-urls] } }
`;

interface ControlTraits {
  readonly protects: 'input' | 'output' | 'both';
  readonly assurance: 'deterministic' | 'probabilistic' | 'procedural';
  readonly behavioural?: boolean;
  readonly raisesTrust?: boolean;
  readonly zones?: string;
  readonly system?: boolean;
}

function control(id: string, traits: ControlTraits): string {
  const { protects, assurance, behavioural = false, raisesTrust = false, system = true } = traits;
  return `  ${id}:
    title: The ${id}
    summary: Does what ${id} says.
    zones: ${traits.zones ?? '[application]'}
    places: { elements: [any], flows: [any], boundaries: [any], system: ${system} }
    protects: ${protects}
    kind: preventive
    assurance: ${assurance}
    behavioural: ${behavioural}
    raises-trust: ${raisesTrust}
    risks: [prompt-injection]
    effort: small
    implement: { aws: [{ how: Switch ${id} on. }] }
    verify: [Look at ${id}.]`;
}

/** A catalog of `someControls` and the given rules, `id: { when: …, require: … }`; what else a rule needs is filled in. */
export function catalogWith(rules: Readonly<Record<string, string>>): Catalog {
  const texts = Object.entries(rules).map(([id, body]) => {
    const lines = [...standardKeys(id, body), ...body.trim().split('\n')];
    return `  ${id}:\n${lines.map((line) => `    ${line}`).join('\n')}`;
  });
  const text = texts.length === 0 ? someControls : `${someControls}rules:\n${texts.join('\n')}\n`;
  const { catalog, problems } = loadCatalog([{ path: 'catalog/test.yaml', text }], 'test');
  assert.deepEqual(
    problems.map(({ message, span }) => `${text.slice(0, span.start).split('\n').length}: ${message}`),
    [],
  );
  return catalog;
}

function standardKeys(id: string, body: string): readonly string[] {
  const standard: Readonly<Record<string, string>> = {
    title: `The fault ${id}`,
    zone: 'application',
    severity: 'high',
    risks: '[prompt-injection]',
    message: `"{element}" has the fault ${id}`,
    why: 'It is a test.',
  };
  return Object.entries(standard)
    .filter(([key]) => !new RegExp(`^${key}:`, 'm').test(body.trim()))
    .map(
      ([key, value]) => `${key}: ${JSON.stringify(value).startsWith('"[') ? value : JSON.stringify(value)}`,
    );
}

export const noRules: Catalog = catalogWith({});

export function analyzeText(
  text: string,
  catalog: Catalog,
  options: Partial<AnalysisOptions> = {},
): Analysis {
  const standard = { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true };
  return analyze(text, catalog, { ...standard, ...options });
}

/**
 * Holds when every `#= key: value, …` at the end of a line says what was computed of the element or flow of that
 * line. Keys: `trust`, `class`, `tags`, `carries`, `returns` (lists with spaces), `claim` (a declared trust above
 * the computed one), or the id of an asset for its trust there; `-` says that there is nothing.
 */
export function assertReach(text: string): void {
  const analysis = analyzeText(text, noRules);
  assertNoErrors(analysis);
  const shown = text.split('\n').map((line) => {
    const [before, expectation] = splitAt(line, '#=');
    if (expectation === undefined) return line;
    const id = /^\s*([a-z0-9-]+):/.exec(line)?.[1] ?? '';
    const said = expectation.split(',').map((part) => {
      const key = part.split(':')[0]?.trim() ?? '';
      return `${key}: ${reachOf(analysis, id, key)}`;
    });
    return `${before}#= ${said.join(', ')}`;
  });
  assert.equal(shown.join('\n'), text);
}

function reachOf(analysis: Analysis, id: string, key: string): string {
  const known = analysis.reach.elements.get(id) ?? analysis.reach.flows.get(id);
  if (known === undefined) return 'no such place';
  switch (key) {
    case 'trust':
      return known.trust;
    case 'class':
      return known.classification ?? '-';
    case 'tags':
      return listed(known.tags);
    case 'carries':
    case 'returns':
      return 'carries' in known ? listed(known[key]) : '-';
    default:
      return 'assets' in known ? (known.assets.get(key)?.trust ?? '-') : '-';
  }
}

function listed(values: Iterable<string>): string {
  const all = [...values].sort();
  return all.length === 0 ? '-' : all.join(' ');
}

/**
 * Holds when the findings are exactly those that stand as `#! severity rule` at the end of the line of their place,
 * several with `; ` between. Behind the rule stand `planned`, `accepted`, `assumed` where they apply. The severity
 * is the one that is shown. Findings on a system that is not written stand in the first line.
 */
export function assertFindings(
  text: string,
  catalog: Catalog,
  options: Partial<AnalysisOptions> = {},
): Analysis {
  const analysis = analyzeText(text, catalog, options);
  assertNoErrors(analysis);
  assert.equal(withFindings(analysis), text);
  return analysis;
}

function withFindings(analysis: Analysis): string {
  const index = buildLineIndex(analysis.text);
  const byLine = new Map<number, string[]>();
  for (const finding of analysis.findings) {
    const { line } = index.positionAt(finding.span.start);
    const marks = [
      ...(finding.status === 'open' ? [] : [finding.status]),
      ...(finding.confidence === 'assumed' ? ['assumed'] : []),
    ];
    byLine.set(line, [
      ...(byLine.get(line) ?? []),
      [shownSeverity(finding), finding.rule, ...marks].join(' '),
    ]);
  }
  return analysis.text
    .split('\n')
    .map((line, number) => {
      const [before, expected] = splitAt(line, '#!');
      const found = byLine.get(number);
      if (found === undefined) return expected === undefined ? line : before.trimEnd();
      return `${before.trimEnd()} #! ${found.sort().join('; ')}`;
    })
    .join('\n');
}

function assertNoErrors({ problems }: Analysis): void {
  const errors = problems.filter(({ severity, code }) => severity === 'error' || code === 'internal-error');
  assert.deepEqual(
    errors.map(({ code, message }) => `${code}: ${message}`),
    [],
  );
}

function splitAt(line: string, mark: string): readonly [string, string | undefined] {
  const at = line.indexOf(mark);
  return at === -1 ? [line, undefined] : [line.slice(0, at), line.slice(at + mark.length)];
}
