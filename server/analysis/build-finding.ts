import type { Span } from '../text/span.ts';
import type { ControlStatement } from '../model/architecture.ts';
import { controlStatements } from '../model/control-statements.ts';
import type { Finding, FindingStatus, Reason } from './finding.ts';
import type { Verdict } from './judge/verdict.ts';
import type { Scene } from './scene.ts';
import { weigh } from './severity.ts';

/** All statements about each control, in the order of the file. */
export type StatementsByControl = ReadonlyMap<string, readonly ControlStatement[]>;

export function statementsByControl(scene: Scene): StatementsByControl {
  const stated = new Map<string, ControlStatement[]>();
  for (const statement of controlStatements(scene.architecture)) {
    const known = stated.get(statement.control);
    if (known === undefined) stated.set(statement.control, [statement]);
    else known.push(statement);
  }
  return stated;
}

/** Turns an open verdict into a finding, without what needs other runs (options) or the acceptances. */
export function buildFinding(scene: Scene, verdict: Verdict, stated: StatementsByControl): Finding {
  const { rule } = verdict;
  const weight = weigh(scene, verdict);
  const openGroups = verdict.groups.filter((group) => group.state !== 'met');
  const status: FindingStatus =
    openGroups.length > 0 && openGroups.every((group) => group.state === 'planned') ? 'planned' : 'open';
  const because = distinct([...verdict.evidence, ...statements(scene, verdict, stated), ...weight.because]);
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

/** What is said about the missing controls: that one is planned, looked for in vain, or does not work. */
function statements(scene: Scene, verdict: Verdict, stated: StatementsByControl): readonly Reason[] {
  const wanted = new Set(
    verdict.groups.filter((group) => group.state !== 'met').flatMap((group) => group.requirement.anyOf),
  );
  const about = new Set<string>([verdict.place, verdict.target ?? '', verdict.flow?.id ?? '']);
  for (const id of [verdict.place, verdict.target ?? '']) {
    for (const boundary of scene.links.around(id)) about.add(boundary.id);
  }
  const reasons: Reason[] = [];
  for (const statement of [...wanted].flatMap((control) => stated.get(control) ?? [])) {
    const place = statement.place.type === 'system' ? 'system' : statement.place.id;
    if (place !== 'system' && !about.has(place)) continue;
    const where = place === 'system' ? 'the system' : `"${place}"`;
    const off = statement.switches.map(
      (found) => ` because option "${found.option.text}" is ${found.wanted ? 'off' : 'on'}`,
    );
    const why = statement.facts.get('reason')?.values[0]?.text;
    const byPrompt =
      statement.facts.get('by')?.values[0]?.text === 'prompt' ? ' by a prompt, which enforces nothing' : '';
    const text = `"${statement.control}" is ${statement.status} on ${where}${off.join('')}${byPrompt}${why === undefined ? '' : `: ${why}`}`;
    reasons.push({ text, place, span: statement.span, assumed: false });
  }
  return reasons;
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

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    if (seen.has(reason.text)) return false;
    seen.add(reason.text);
    return true;
  });
}
