import type { Finding, FindingStatus } from '../../server/analysis/finding.ts';
import type { Severity } from '../../server/catalog/rule.ts';
import type { Subject } from '../../server/diagram/graph/subject.ts';
import { emptySpan } from '../../server/text/span.ts';
import { analyzeText, noRules } from './analysis.ts';

/** A finding as a picture needs it: where, how bad, and on which path. */
export interface FindingAt {
  readonly at: string;
  readonly severity: Severity;
  readonly status?: FindingStatus;
  readonly path?: readonly string[];
  readonly risk?: string;
}

/**
 * A descriptor as a picture shows it, with findings that the test chooses: a picture's test must not change with
 * the catalog.
 */
export function subjectOf(
  text: string,
  findings: readonly FindingAt[] = [],
  switches: Readonly<Record<string, boolean>> = {},
): Subject {
  return { ...analyzeText(text, noRules, { switches }), findings: findings.map(findingOf) };
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
