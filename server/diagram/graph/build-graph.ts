import type { Finding } from '../../analysis/finding.ts';
import { buildBoundary } from './build-boundary.ts';
import { buildCollapsed } from './build-collapsed.ts';
import { buildEdges } from './build-edges.ts';
import { buildGuards } from './build-guards.ts';
import { buildNode } from './build-node.ts';
import { cleanText } from './clean-text.ts';
import { drawnWithin } from './containment.ts';
import type { Graph, TitleBlock } from './graph.ts';
import type { Subject } from './subject.ts';
import { countBySeverity } from './tally.ts';
import { viewOf, type GraphOptions } from './view.ts';
import { sentence } from './words.ts';

/** What is to be drawn of an subject, measured, in the order of the file. */
export function buildGraph(subject: Subject, options: GraphOptions = {}): Graph {
  const view = viewOf(subject, options);
  const { boundaries } = subject.architecture;
  const findingsAt = groupByPlace(subject.findings);
  const frames = view.boundaries.filter(({ id }) => !view.collapsed.has(id));
  const collapsed = view.boundaries.filter(({ id }) => view.collapsed.has(id));
  const parents = new Map([
    ...view.boundaries.map((boundary) => [boundary.id, drawnWithin(boundaries, boundary)] as const),
    ...view.elements.map(({ id, within }) => [id, boundaries.get(within ?? '')?.id] as const),
  ]);
  const edges = buildEdges({ subject, view, parents, findingsAt });
  return {
    title: titleOf(subject),
    boundaries: frames.map((boundary) =>
      buildBoundary(subject, boundary, parents.get(boundary.id), findingsAt(boundary.id)),
    ),
    nodes: [
      ...view.elements.map((element) =>
        buildNode(subject, element, parents.get(element.id), findingsAt(element.id)),
      ),
      ...collapsed.map((boundary) => buildCollapsed(subject, boundary, parents.get(boundary.id), findingsAt)),
    ],
    edges,
    guards: buildGuards(subject.architecture, view, edges),
    notices: view.notices,
  };
}

function groupByPlace(findings: readonly Finding[]): (place: string) => readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.element);
    if (group === undefined) groups.set(finding.element, [finding]);
    else group.push(finding);
  }
  return (place) => groups.get(place) ?? [];
}

function titleOf({ architecture: { system }, findings }: Subject): TitleBlock {
  const facts = [
    platformNames.get(system.platform ?? '') ?? system.platform,
    system.scope === undefined ? undefined : `scope ${system.scope}`,
    system.stage,
    system.criticality,
  ];
  const description = cleanText(system.facts.get('description')?.values[0]?.text ?? '', 300);
  return {
    name: cleanText(system.name ?? 'Unnamed system', 200) || 'Unnamed system',
    description: description === '' ? undefined : description,
    facts: facts
      .filter((fact) => fact !== undefined)
      .map(plain)
      .join(' · '),
    findings: countBySeverity(findings),
  };
}

const platformNames: ReadonlyMap<string, string> = new Map([
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['google-cloud', 'Google Cloud'],
  ['self-hosted', 'Self-hosted'],
  ['mixed', 'Mixed platforms'],
]);

function plain(word: string): string {
  return cleanText(sentence(word), 40);
}
