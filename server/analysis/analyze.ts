import type { Catalog } from '../catalog/catalog.ts';
import { activate } from '../model/activate.ts';
import type { Architecture } from '../model/architecture.ts';
import { buildArchitecture } from '../model/build-architecture.ts';
import type { Problem } from '../model/problem.ts';
import { parseSyntax } from '../syntax/parse.ts';
import { applyAcceptances } from './acceptances.ts';
import type { Analysis, AnalysisOptions } from './analysis.ts';
import { nameClosingSwitches } from './closing-switches.ts';
import type { Coverage } from './coverage.ts';
import { measureCoverage } from './coverage/measure-coverage.ts';
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
  const open = nameClosingSwitches(judgement, architecture, options);
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
