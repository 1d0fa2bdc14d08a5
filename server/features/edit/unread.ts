import type { Span } from '../../text/span.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';

/**
 * Whether the text is broken and something stands behind what could be read. What is missing in the tree may stand
 * there, so nothing can be added with certainty.
 */
export function hasUnreadRest(tree: SyntaxTree): boolean {
  if (tree.problems.length === 0) return false;
  const rest = tree.text.slice(tree.root?.span.end ?? 0);
  return /^\s*[^\s#]/m.test(rest.replace(/^[^\r\n]*#.*/, ''));
}

/** Whether the reader stumbled inside this part of the text. */
export function hasProblemIn(tree: SyntaxTree, span: Span): boolean {
  return tree.problems.some((problem) => span.start <= problem.span.start && problem.span.start <= span.end);
}
