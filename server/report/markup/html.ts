import { escapeXml } from '../../diagram/svg/xml.ts';
import { printable } from '../check/printable.ts';

/** Markup that is safe to stand in a page. Only `html` and `trusted` make it. */
export interface Html {
  readonly [markup]: string;
}

const markup: unique symbol = Symbol('markup');

type Part = string | number | Html | undefined | readonly Part[];

/** A piece of a page: what is filled in is text and nothing else, unless it is markup already. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { [markup]: pieces.map((piece, at) => piece + markupOf(parts[at])).join('') };
}

/** Markup from our own renderers (the diagram, the style sheet), which have escaped what they were given. */
export function trusted(text: string): Html {
  return { [markup]: text };
}

export function toText(content: Html): string {
  return content[markup];
}

export const nothing: Html = trusted('');

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeXml(printable(part));
  if (typeof part === 'number') return String(part);
  return isHtml(part) ? part[markup] : part.map(markupOf).join('');
}

function isHtml(part: Html | readonly Part[]): part is Html {
  return markup in part;
}
