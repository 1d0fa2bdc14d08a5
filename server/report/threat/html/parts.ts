import type { Severity } from '../../../catalog/rule.ts';
import { html, nothing, type Html } from '../../markup/html.ts';
import type { NamedPlace } from '../content/naming.ts';

/** A severity as a mark that is told apart without colour. */
export function severityMark(severity: Severity | 'none'): Html {
  return html`<span class="mark ${severity}">${severity}</span>`;
}

export function effortMark(effort: string): Html {
  return html`<span class="effort">${effort} effort</span>`;
}

export function placeName({ id, title }: NamedPlace): Html {
  return id === title || id === 'system' ? html`<b>${title}</b>` : html`<b>${title}</b> <code>${id}</code>`;
}

/** Where it stands in the descriptor; a host makes it a link. */
export function lineMark(line: number | undefined): Html {
  return line === undefined ? nothing : html`<span class="line" data-line="${line}">line ${line}</span>`;
}

export function findingLink(id: string, label: string): Html {
  return html`<a href="#${findingAnchor(id)}">${label}</a>`;
}

/** The id of a finding's row: everything that an id may not hold is taken out. */
export function findingAnchor(id: string): string {
  return `finding-${id.replaceAll('@', '-at-').replaceAll(/[^\w-]/g, '')}`;
}

export function joined(parts: readonly Html[], separator: string): Html {
  return html`${parts.map((part, at) => html`${at === 0 ? '' : separator}${part}`)}`;
}

/** What may be wider than the window: it is moved alone, by keys too. */
export function scrolling(label: string, content: Html): Html {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${content}</div>`;
}

/** Prose of the catalog: what stands between backquotes is code. */
export function proseHtml(text: string): Html {
  return html`${text.split(/(`[^`]+`)/).map((part) => (/^`[^`]+`$/.test(part) ? html`<code>${part.slice(1, -1)}</code>` : part))}`;
}
