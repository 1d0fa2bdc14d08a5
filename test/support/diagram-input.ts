import type { Analysis } from '../../server/analysis/analysis.ts';
import type { Finding, FindingStatus } from '../../server/analysis/finding.ts';
import { computeReach } from '../../server/analysis/reach/compute-reach.ts';
import type { Severity } from '../../server/catalog/rule.ts';
import { activate } from '../../server/model/activate.ts';
import { buildArchitecture } from '../../server/model/build-architecture.ts';
import { parseSyntax } from '../../server/syntax/parse.ts';
import { emptySpan } from '../../server/text/span.ts';

/** A finding as a picture needs it: where, how bad, and on which path. */
export interface FindingAt {
  readonly at: string;
  readonly severity: Severity;
  readonly status?: FindingStatus;
  readonly path?: readonly string[];
  readonly risk?: string;
}

/**
 * What the picture needs of an analysis, with findings that the test chooses: a picture's test must not change
 * with the catalog.
 */
export function analysisForDiagram(
  text: string,
  findings: readonly FindingAt[] = [],
  switches: Readonly<Record<string, boolean>> = {},
): Analysis {
  const tree = parseSyntax(text);
  const { architecture, problems } = buildArchitecture(tree, { controls: new Map(), services: new Map() });
  const active = activate(architecture, switches);
  const { reach } = computeReach(active, {
    effectsOf: () => [],
    raiseSupported: () => false,
    crossedBy: () => [],
  });
  const none = { critical: 0, high: 0, medium: 0, low: 0 };
  return {
    text,
    tree,
    architecture,
    active,
    problems,
    findings: findings.map(findingOf),
    reach,
    coverage: {
      depth: [],
      matrix: [],
      singlePoints: [],
      functions: [],
      next: [],
      inherent: none,
      residual: none,
    },
  };
}

function findingOf({ at, severity, status = 'open', path, risk }: FindingAt, index: number): Finding {
  const rule = `fault-${index}`;
  return {
    id: `${rule}@${at}`,
    rule,
    title: `Fault ${index}`,
    severity,
    inherent: severity,
    confidence: 'certain',
    status,
    element: at,
    span: emptySpan,
    message: '',
    because: [],
    paths: path === undefined ? [] : [path],
    morePaths: 0,
    missing: [],
    risks: risk === undefined ? [] : [risk],
    agentic: [],
    closedBy: undefined,
    acceptance: undefined,
    origin: 'test',
  };
}
