import type { Analysis } from '../analysis/analysis.ts';
import type { Span } from '../text/span.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { slotsOf } from './slots/slots-of.ts';

/** A place of the text that leads elsewhere. */
export interface Link {
  readonly span: Span;
  /** A web address, or a path relative to the descriptor without its `#part`. */
  readonly target:
    { readonly type: 'url'; readonly url: string } | { readonly type: 'file'; readonly path: string };
}

/** Evidence leads to its file or page, an accepted risk to the page of its rule. */
export function linksOf({ tree, catalog }: Analysis, docsBase: string): readonly Link[] {
  return slotsOf(tree).flatMap((slot): readonly Link[] => {
    if (slot.type === 'value' && slot.key.name === 'evidence') return evidence(slot.scalar);
    if (slot.type !== 'acceptance') return [];
    const rule = slot.scalar.text.split('@', 1)[0] ?? '';
    if (catalog.rules.get(rule)?.origin !== 'bartizan') return [];
    const start = textSpan(slot.scalar).start;
    const url = `${docsBase}/rules/${rule}.md`;
    return [{ span: { start, end: start + rule.length }, target: { type: 'url', url } }];
  });
}

function evidence(scalar: ScalarNode): readonly Link[] {
  const { text } = scalar;
  const span = textSpan(scalar);
  if (/^https:\/\/[^\s]+$/.test(text)) return [{ span, target: { type: 'url', url: text } }];
  const path = text.split('#', 1)[0] ?? '';
  // Only files beside or below the workspace's own: no other scheme, no absolute path.
  if (path === '' || /^(?:[a-z][\w+.-]*:|[/\\])/i.test(path) || /\s{2}/.test(path)) return [];
  return [{ span, target: { type: 'file', path } }];
}

function textSpan({ style, span }: ScalarNode): Span {
  return style === 'plain' || style === 'block' ? span : { start: span.start + 1, end: span.end - 1 };
}
