import type { CodeFlow, Location, PhysicalLocation, Result, Suppression } from 'sarif';
import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import type { Architecture } from '../../model/architecture.ts';
import type { Problem } from '../../model/problem.ts';
import type { Span } from '../../text/span.ts';
import { isKnown } from '../check/baseline.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import { printable } from '../check/printable.ts';
import { fingerprint } from './fingerprint.ts';
import { messageOf } from './message.ts';
import { locationOf, type placesIn } from './places.ts';
import { levelOf } from './sarif-rule.ts';

/** GitHub shows so many; a result may name more, but nobody reads them. */
const mostRelated = 50;
const mostSteps = 500;

type Order = ReadonlyMap<string, number>;
type PlaceOf = ReturnType<typeof placesIn>;

export function findingResult(
  { analysis, known }: CheckedFile,
  finding: Finding,
  order: Order,
  at: PlaceOf,
): Result {
  const related = relatedLocations(finding, at);
  const codeFlows = codeFlowsOf(finding, analysis.architecture, at);
  const suppressions = suppressionsOf(finding, analysis.architecture, at);
  return {
    ruleId: finding.rule,
    ruleIndex: order.get(finding.rule) ?? -1,
    level: levelOf(shownSeverity(finding)),
    message: messageOf(sentencesOf(finding)),
    locations: [
      { ...primary(at(finding.span)), logicalLocations: [{ name: finding.element, kind: 'element' }] },
    ],
    partialFingerprints: prints(finding.id, 1),
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(codeFlows.length > 0 ? { codeFlows } : {}),
    // An empty list says that it was looked at and nothing is borne.
    suppressions,
    ...(known === undefined ? {} : { baselineState: isKnown(known, finding) ? 'unchanged' : 'new' }),
    properties: {
      id: finding.id,
      severity: shownSeverity(finding),
      inherent: finding.inherent,
      residual: finding.severity,
      confidence: finding.confidence,
      status: finding.status,
      missing: finding.missing.map((group) => group.controls),
    },
  };
}

export function problemResult(
  { known }: CheckedFile,
  problem: Problem,
  order: Order,
  at: PlaceOf,
  /** How many of the same stand before it in the file. */
  before: number,
): Result {
  const related = problem.related.slice(0, mostRelated).map(({ text, span }, id) => ({
    id,
    ...locationOf(at(span), text),
  }));
  return {
    ruleId: problem.code,
    ruleIndex: order.get(problem.code) ?? -1,
    level: problem.severity === 'error' ? 'error' : 'warning',
    message: messageOf(problem.message),
    locations: [primary(at(problem.span))],
    partialFingerprints: prints(problemIdentity(problem), before + 1),
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(known === undefined ? {} : { baselineState: 'new' as const }),
  };
}

function primary(physicalLocation: PhysicalLocation): Location {
  return { physicalLocation };
}

/** What makes a problem the same one after lines have moved; equal ones are told apart by their order. */
export function problemIdentity({ code, message }: Problem): string {
  return `${code} ${message}`;
}

/** GitHub matches by the first name alone, whatever the number of the line; the second is ours to stay. */
function prints(identity: string, ordinal: number): Record<string, string> {
  return { primaryLocationLineHash: `${fingerprint(identity)}:${ordinal}`, 'bartizanId/v1': identity };
}

function sentencesOf(finding: Finding): string {
  const missing = finding.missing.map((group) => group.controls.join(' or '));
  const answer = missing.length === 0 ? '' : ` Missing: ${missing.join('; ')}.`;
  const assumed = finding.confidence === 'assumed' ? ' It rests on an assumption.' : '';
  const planned = finding.status === 'planned' ? ' A control is planned.' : '';
  return `${capitalised(finding.message)}.${answer}${assumed}${planned}`;
}

function relatedLocations(finding: Finding, at: (span: Span) => PhysicalLocation): Location[] {
  return finding.because
    .flatMap(({ text, span }) => (span === undefined ? [] : [{ text, span }]))
    .slice(0, mostRelated)
    .map(({ text, span }, id) => ({ id, ...locationOf(at(span), text) }));
}

/** The path from where content comes in to what it reaches, one step for each element and flow. */
function codeFlowsOf(
  finding: Finding,
  { elements, flows }: Architecture,
  at: (span: Span) => PhysicalLocation,
): CodeFlow[] {
  const spanOf = (id: string): Span | undefined =>
    elements.get(id)?.idSpan ?? flows.find((flow) => flow.id === id)?.idSpan;
  return finding.paths.flatMap((path) => {
    const steps = path.slice(0, mostSteps).flatMap((id) => {
      const span = spanOf(id);
      const what = elements.has(id) ? id : `flow ${id}`;
      return span === undefined ? [] : [{ location: locationOf(at(span), what) }];
    });
    return steps.length < 2 ? [] : [{ threadFlows: [{ locations: steps }] }];
  });
}

function suppressionsOf(
  finding: Finding,
  { acceptedRisks }: Architecture,
  at: (span: Span) => PhysicalLocation,
): Suppression[] {
  if (finding.status !== 'accepted') return [];
  const risk = acceptedRisks.find(({ key }) => key === finding.acceptance?.key);
  const said = (key: string): string => risk?.facts.get(key)?.values[0]?.text ?? 'unknown';
  const justification = `${said('reason')} (owner ${said('owner')}, until ${said('expires')})`;
  return [
    {
      kind: 'inSource',
      status: 'accepted',
      justification: printable(justification),
      ...(risk === undefined ? {} : { location: primary(at(risk.keySpan)) }),
    },
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
