import type { MapEntry, SyntaxNode, SyntaxTree } from '../syntax/tree.ts';
import { covers, touches, type Span } from '../text/span.ts';

/** What can be folded: sections, entries and nested maps that stand on several lines. */
export function foldsOf({ root }: SyntaxTree): readonly Span[] {
  const folds: Span[] = [];
  const visit = (node: SyntaxNode | undefined): void => {
    if (node?.type === 'map') {
      for (const entry of node.entries) {
        if (entry.value !== undefined && entry.value.type !== 'scalar') folds.push(entry.span);
        visit(entry.value);
      }
    }
    if (node?.type === 'list') node.items.forEach(visit);
  };
  visit(root);
  return folds;
}

/** The spans around an offset, the smallest first, each inside the next. */
export function spansAround({ root, text }: SyntaxTree, offset: number): readonly Span[] {
  const spans: Span[] = [{ start: 0, end: text.length }];
  const enter = (span: Span): void => {
    const outer = spans.at(-1);
    if (
      outer !== undefined &&
      covers(outer, span) &&
      (span.start !== outer.start || span.end !== outer.end)
    ) {
      spans.push(span);
    }
  };
  const visit = (node: SyntaxNode | undefined): void => {
    if (node === undefined || !touches(node.span, offset)) return;
    enter(node.span);
    if (node.type === 'list') visit(node.items.find((item) => touches(item.span, offset)));
    if (node.type !== 'map') return;
    const entry = node.entries.find(({ key, span }) => touches(whole(key.span, span), offset));
    if (entry !== undefined) visitEntry(entry);
  };
  const visitEntry = ({ key, value, span }: MapEntry): void => {
    enter(whole(key.span, span));
    if (touches(key.span, offset)) enter(key.span);
    else visit(value);
  };
  visit(root);
  return spans.reverse();
}

function whole(key: Span, entry: Span): Span {
  return { start: key.start, end: Math.max(key.end, entry.end) };
}
