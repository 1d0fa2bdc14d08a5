import { printable } from '../check/printable.ts';

/** Text as Markdown that shows it as it is: nothing in it formats, links, mentions or becomes HTML. */
export function md(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' ').trim())
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\*[\]~|`_#!$()]/g, '\\$&')
    .replaceAll(/(?<!\w)@(?=\w)/g, '@\u2060')
    .replaceAll(/#(?=\d)/g, '#\u2060')
    .replaceAll(/(https?|ftp|mailto|javascript|data):/gi, '$1&#58;')
    .replaceAll(/www\./gi, 'www&#46;')
    .replace(/^([-+])(?=\s)/, '\\$1')
    .replace(/^(\d+)\.(?=\s)/, '$1\\.');
}

/** Prose of the catalog, which is ours or the organisation's: code spans stay. */
export function prose(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) => (/^`[^`\n]+`$/.test(part) ? code(part.slice(1, -1)) : keepEnds(part)))
    .join('');
}

function keepEnds(part: string): string {
  const [lead] = /^\s?/.exec(part) ?? [''];
  const [end] = /\s?$/.exec(part) ?? [''];
  return part.trim() === '' ? lead : `${lead}${md(part)}${end}`;
}

/** A word as code; what would end the code or the cell is taken out. */
export function code(text: string): string {
  return `\`${printable(text).replaceAll(/[`|]/g, ' ').trim() || ' '}\``;
}

export function codes(words: readonly string[]): string {
  return words.map(code).join(', ');
}

/** A table whose cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Blocks with an empty line between; empty blocks are left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
