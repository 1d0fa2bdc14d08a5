import type { Analysis } from '../../../analysis/analysis.ts';
import { sentence } from '../../../diagram/graph/words.ts';
import type { Architecture } from '../../../model/architecture.ts';
import { buildLineIndex } from '../../../text/line-index.ts';
import type { Span } from '../../../text/span.ts';

/** A place of the system as a report names it. */
export interface NamedPlace {
  readonly id: string;
  /** The title where the descriptor gives one, else the id. */
  readonly title: string;
}

/** Names and lines of one descriptor. */
export interface Naming {
  readonly place: (id: string) => NamedPlace;
  /** From 1. */
  readonly line: (span: Span) => number;
}

export function namingOf({ architecture, text }: Analysis): Naming {
  const lines = buildLineIndex(text);
  return {
    place: (id) => ({ id, title: titleOf(architecture, id) ?? id }),
    line: (span) => lines.positionAt(span.start).line + 1,
  };
}

function titleOf({ elements, boundaries, flows, data }: Architecture, id: string): string | undefined {
  if (id === 'system') return 'The system';
  const entry =
    elements.get(id) ?? boundaries.get(id) ?? flows.find((flow) => flow.id === id) ?? data.get(id);
  return entry?.title;
}

const platforms: ReadonlyMap<string, string> = new Map([
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['google-cloud', 'Google Cloud'],
  ['open-source', 'Open source'],
]);

export function platformName(id: string): string {
  return platforms.get(id) ?? sentence(id);
}

/** `1 finding`, `2 findings`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
