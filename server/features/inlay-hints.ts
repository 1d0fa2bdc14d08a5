import type { Analysis } from '../analysis/analysis.ts';
import { declaredTrust } from '../analysis/reach/own-trust.ts';
import type { Element, Flow } from '../model/architecture.ts';
import { quoteAll } from '../model/wording.ts';
import { touches, type Span } from '../text/span.ts';

/** A few words that the editor shows inside the text at an offset, without being part of it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/**
 * What the descriptor does not say itself: computed trust where it is not as declared, or untrusted, and the
 * boundaries that a flow crosses. Those within a part of the text, in the order of the text.
 */
export function inlayHintsOf(analysis: Analysis, within: Span): readonly InlayHint[] {
  const { elements } = analysis.architecture;
  return [
    ...[...elements.values()].flatMap((element) => trustHints(analysis, element)),
    ...flowEntries(analysis).flatMap((flows) => crossingHints(analysis, flows)),
  ]
    .filter(({ offset }) => touches(within, offset))
    .sort((a, b) => a.offset - b.offset);
}

function trustHints({ text, reach }: Analysis, element: Element): readonly InlayHint[] {
  const reached = reach.elements.get(element.id);
  if (reached === undefined) return [];
  const { trust, because } = reached;
  const declared = declaredTrust(element);
  const tooltip = `${trust}, because ${because}`;
  if (declared === undefined) {
    return trust === 'untrusted'
      ? [{ offset: behindColon(text, element.idSpan), label: trust, tooltip }]
      : [];
  }
  const said = element.facts.get('trust');
  if (declared === trust || said === undefined) return [];
  return [{ offset: said.span.end, label: `computed: ${trust}`, tooltip }];
}

function crossingHints({ text, reach }: Analysis, flows: readonly Flow[]): readonly InlayHint[] {
  const [first] = flows;
  const crossed = [...new Set(flows.flatMap(({ key }) => reach.flows.get(key)?.crosses ?? []))];
  if (first === undefined || crossed.length === 0) return [];
  const what = crossed.length === 1 ? 'the boundary' : 'the boundaries';
  return [
    {
      offset: behindColon(text, first.idSpan),
      label: `crosses ${crossed.join(', ')}`,
      tooltip: `this flow crosses ${what} ${quoteAll('and', crossed)}`,
    },
  ];
}

/** The flows of each entry that somebody drew; an entry with several ends stands for several. */
function flowEntries({ architecture }: Analysis): readonly (readonly Flow[])[] {
  const entries = new Map<string, Flow[]>();
  for (const flow of architecture.flows.filter(({ drawn }) => drawn)) {
    const entry = entries.get(flow.id);
    if (entry === undefined) entries.set(flow.id, [flow]);
    else entry.push(flow);
  }
  return [...entries.values()];
}

/** Beside the name: the end of the line may be far out of sight. */
function behindColon(text: string, name: Span): number {
  const colon = /^[ \t]*:/.exec(text.slice(name.end, name.end + 20));
  return name.end + (colon?.[0].length ?? 0);
}
