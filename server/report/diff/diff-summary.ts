import type { Comparison } from './compare.ts';

/** How many findings a change opens and closes, in one line without a full stop. */
export function diffSummary({ opened, closed, changed }: Comparison): string {
  if (opened.length + closed.length + changed.length === 0) return 'no finding opened or closed';
  const parts = [`${opened.length} opened`, `${closed.length} closed`];
  return [...parts, ...(changed.length === 0 ? [] : [`${changed.length} changed`])].join(', ');
}
