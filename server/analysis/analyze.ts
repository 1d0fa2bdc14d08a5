import type { Catalog } from '../catalog/catalog.ts';
import { activate } from '../model/activate.ts';
import type { Architecture } from '../model/architecture.ts';
import { buildArchitecture } from '../model/build-architecture.ts';
import type { Problem } from '../model/problem.ts';
import { parseSyntax } from '../syntax/parse.ts';
import { applyAcceptances } from './acceptances.ts';
import type { Analysis, AnalysisOptions } from './analysis.ts';
import type { Coverage } from './coverage.ts';
import { measureCoverage } from './coverage/measure-coverage.ts';
import type { Finding } from './finding.ts';
import { judgeAll, type RuleFailure } from './judge-all.ts';
import { questionsOf } from './questions.ts';
import { applySuppressions } from './suppressions.ts';

/**
 * Everything there is to know about a descriptor. Pure and total: it reads no clock and no file, and no text
 * makes it throw.
 */
export function analyze(text: string, catalog: Catalog, options: AnalysisOptions): Analysis {
  const tree = parseSyntax(text);
  const { architecture, problems } = buildArchitecture(tree, catalog);
  const active = activate(architecture, options.switches);
  const judging = { rulesOff: options.rulesOff, assumptions: options.assumptions };
  const judgement = judgeAll(active, catalog, judging);
  const open = closableBySwitch(judgement.findings, architecture, catalog, options);
  const accepted = applyAcceptances(open, active, options.today);
  const { findings, problems: suppressionProblems } = applySuppressions(
    accepted.findings,
    tree,
    catalog,
    options,
  );
  let coverage: Coverage | undefined;
  return {
    text,
    tree,
    architecture,
    active,
    catalog,
    options,
    judgement,
    problems: [
      ...problems,
      ...accepted.problems,
      ...suppressionProblems,
      ...questionsOf(judgement.scene),
      ...judgement.failures.map((failure) => internalError(failure, architecture)),
    ].sort((a, b) => a.span.start - b.span.start),
    findings,
    reach: judgement.scene.graph.reach,
    get coverage() {
      coverage ??= measureCoverage(judgement, findings);
      return coverage;
    },
  };
}

function internalError(failure: RuleFailure, architecture: Architecture): Problem {
  return {
    code: 'internal-error',
    severity: 'warning',
    span: architecture.system.span,
    message: `the rule "${failure.rule}" failed and was left out: ${failure.cause}`,
    related: [],
    remedies: [],
  };
}

/** Names the switch that would close a finding, found by turning each one in turn. */
function closableBySwitch(
  findings: readonly Finding[],
  architecture: Architecture,
  catalog: Catalog,
  options: AnalysisOptions,
): readonly Finding[] {
  if (findings.length === 0) return findings;
  const closing = new Map<string, { option: string; on: boolean }>();
  for (const [option, { on: standard }] of architecture.system.options) {
    const on = !(options.switches[option] ?? standard);
    const turned = activate(architecture, { ...options.switches, [option]: on });
    const judging = { rulesOff: options.rulesOff, assumptions: options.assumptions };
    const still = new Set(judgeAll(turned, catalog, judging).findings.map((finding) => finding.id));
    for (const finding of findings) {
      const placeStays = finding.element === 'system' || hasPlace(turned, finding.element);
      if (!still.has(finding.id) && placeStays && !closing.has(finding.id))
        closing.set(finding.id, { option, on });
    }
  }
  return findings.map((finding) => ({ ...finding, closedBy: closing.get(finding.id) }));
}

function hasPlace(architecture: Architecture, id: string): boolean {
  return (
    architecture.elements.has(id) ||
    architecture.boundaries.has(id) ||
    architecture.flows.some((flow) => flow.id === id)
  );
}
