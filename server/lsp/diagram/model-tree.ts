import { shownSeverity } from '../../analysis/severity.ts';
import type { Finding } from '../../analysis/finding.ts';
import { severities } from '../../catalog/rule.ts';
import { cleanText } from '../../diagram/graph/clean-text.ts';
import { count, sentence } from '../../diagram/graph/words.ts';
import type { Span } from '../../text/span.ts';
import { toRange } from '../convert.ts';
import type { Descriptor } from '../workspace.ts';
import type { ModelItem } from './picture.ts';

/** The same as the picture shows, as a tree: elements by boundary, then flows, each with its findings. */
export function modelTree(descriptor: Descriptor): readonly ModelItem[] {
  const { architecture, findings } = descriptor.analysis;
  const { boundaries, elements } = architecture;
  const findingsOf = (place: string): readonly ModelItem[] =>
    findings
      .filter(({ element, status }) => element === place && status !== 'accepted')
      .map((finding) => findingItem(descriptor, finding));
  const entry = (
    kind: 'boundary' | 'element' | 'flow',
    said: Said,
    inside: readonly ModelItem[],
  ): ModelItem => {
    const children = [...findingsOf(said.id), ...inside];
    return {
      id: `${kind}:${said.id}`,
      kind,
      label: cleanText(said.title ?? said.id, 120),
      detail: cleanText(said.detail, 120),
      tooltip: cleanText(said.description ?? said.id),
      severity: worstOf(children),
      range: toRange(descriptor.document, said.span),
      key: kind === 'flow' ? `edge:${said.id}` : `${kind}:${said.id}`,
      children,
    };
  };
  const within = (parent: string | undefined): readonly ModelItem[] => [
    ...[...boundaries.values()]
      .filter((boundary) => knownOf(boundaries, boundary.within) === parent)
      .map((boundary) =>
        entry(
          'boundary',
          { ...boundary, detail: sentence(boundary.zone ?? 'boundary') },
          within(boundary.id),
        ),
      ),
    ...[...elements.values()]
      .filter((element) => knownOf(boundaries, element.within) === parent)
      .map((element) => entry('element', { ...element, detail: sentence(element.kind) }, [])),
  ];
  const drawn = new Map(architecture.flows.filter((flow) => flow.drawn).map((flow) => [flow.id, flow]));
  const flows = [...drawn.values()].map((flow) =>
    entry('flow', { ...flow, detail: `${flow.from.text} → ${flow.to.text}` }, []),
  );
  const system = findingsOf('system');
  return [
    ...within(undefined),
    ...(flows.length === 0 ? [] : [group('Flows', count(flows.length, 'flow'), flows)]),
    ...(system.length === 0 ? [] : [group('System', count(system.length, 'finding'), system)]),
  ];
}

interface Said {
  readonly id: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly detail: string;
  readonly span: Span;
}

function knownOf(boundaries: ReadonlyMap<string, unknown>, within: string | undefined): string | undefined {
  return within !== undefined && boundaries.has(within) ? within : undefined;
}

function group(label: string, detail: string, children: readonly ModelItem[]): ModelItem {
  const severity = worstOf(children);
  const none = { range: undefined, key: undefined };
  return { id: `group:${label}`, kind: 'group', label, detail, tooltip: label, severity, children, ...none };
}

function findingItem({ document }: Descriptor, finding: Finding): ModelItem {
  return {
    id: `finding:${finding.id}`,
    kind: 'finding',
    label: cleanText(finding.title, 160),
    detail: finding.rule,
    tooltip: cleanText(finding.message),
    severity: shownSeverity(finding),
    range: toRange(document, finding.span),
    key: undefined,
    children: [],
  };
}

function worstOf(items: readonly ModelItem[]): ModelItem['severity'] {
  return severities.findLast((severity) => items.some((item) => item.severity === severity));
}
