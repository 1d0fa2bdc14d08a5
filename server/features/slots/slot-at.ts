import { touches } from '../../text/span.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Slot } from './slot.ts';
import { slotsOf } from './slots-of.ts';

/** The slot under the cursor; between two that touch, the one that begins there. */
export function slotAt(tree: SyntaxTree, offset: number): Slot | undefined {
  const touching = slotsOf(tree).filter(({ scalar }) => touches(scalar.span, offset));
  return touching.at(-1);
}
