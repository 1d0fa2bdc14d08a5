import type { Span } from '../text/span.ts';
import type { Finding, FindingStatus } from './finding.ts';
import type { Verdict } from './judge/verdict.ts';
import { reasonsFor, type StatementsByControl } from './reasons-for.ts';
import type { Scene } from './scene.ts';
import { weigh } from './severity.ts';

/** Turns an open verdict into a finding, without what needs other runs (options) or the acceptances. */
export function buildFinding(scene: Scene, verdict: Verdict, stated: StatementsByControl): Finding {
  const { rule } = verdict;
  const weight = weigh(scene, verdict);
  const openGroups = verdict.groups.filter((group) => group.state !== 'met');
  const status: FindingStatus =
    openGroups.length > 0 && openGroups.every((group) => group.state === 'planned') ? 'planned' : 'open';
  const because = reasonsFor(scene, verdict, stated, weight);
  return {
    id: `${rule.id}@${verdict.place}`,
    rule: rule.id,
    title: rule.title,
    severity: weight.residual,
    inherent: weight.inherent,
    confidence: because.some((reason) => reason.assumed) ? 'assumed' : 'certain',
    status,
    element: verdict.place,
    span: spanOfPlace(scene, verdict),
    message: fillIn(rule.message, verdict.names),
    because,
    paths: verdict.route === undefined ? [] : [interleave(verdict.route)],
    morePaths: verdict.moreRoutes,
    missing: openGroups.map((group) => ({ controls: group.requirement.anyOf, sites: group.sites })),
    risks: rule.risks,
    agentic: rule.agentic,
    closedBy: undefined,
    acceptance: undefined,
    origin: rule.origin,
  };
}

function spanOfPlace(scene: Scene, verdict: Verdict): Span {
  const { architecture } = scene;
  if (verdict.place === 'system') return architecture.system.span;
  const entry = architecture.elements.get(verdict.place) ?? architecture.boundaries.get(verdict.place);
  if (entry !== undefined) return entry.idSpan;
  return scene.links.flowsOf(verdict.place)[0]?.idSpan ?? architecture.system.span;
}

function fillIn(message: string, names: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => names[name] ?? whole);
}

function interleave(route: NonNullable<Verdict['route']>): readonly string[] {
  return route.elements.flatMap((element, at) => {
    const flow = route.flows[at];
    return flow === undefined ? [element] : [element, flow.id];
  });
}
