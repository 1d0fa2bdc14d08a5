import type { Focus } from '../../diagram/graph/focus.ts';
import type { Direction } from '../../diagram/place/elk-graph.ts';
import { isRecord } from '../record.ts';

/** What of a descriptor is looked at, and how. The panel keeps it over edits and reloads. */
export interface DiagramView {
  readonly collapsed: readonly string[];
  /** Boundaries that stay open however large the system is. */
  readonly expanded: readonly string[];
  readonly focus: Focus | undefined;
  readonly direction: Direction;
}

export const wholeView: DiagramView = { collapsed: [], expanded: [], focus: undefined, direction: 'right' };

/** A view from outside; what makes no sense in it is as in the whole view. */
export function readView(said: unknown): DiagramView {
  const { collapsed, expanded, focus, direction } = isRecord(said) ? said : {};
  return {
    collapsed: readIds(collapsed),
    expanded: readIds(expanded),
    focus: readFocus(focus),
    direction: direction === 'down' ? 'down' : 'right',
  };
}

/** More no picture has. */
const mostIds = 5000;

function readIds(said: unknown): readonly string[] {
  return Array.isArray(said) ? said.filter((id) => typeof id === 'string').slice(0, mostIds) : [];
}

function readFocus(said: unknown): Focus | undefined {
  if (!isRecord(said)) return undefined;
  const { type, id, finding, index } = said;
  if ((type === 'element' || type === 'boundary' || type === 'risk') && typeof id === 'string') {
    return { type, id };
  }
  if (type === 'path' && typeof finding === 'string' && typeof index === 'number') {
    return { type, finding, index };
  }
  return undefined;
}
