/** Prose of the catalog as Markdown: code spans stay, everything else is text and nothing else. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') && part.endsWith('`') && part.length > 1 ? part : escapedText(part)))
    .join('')
    .trim();
}

function escapedText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\*[\]~|`]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/^(\s*)([-+#]|\d+[.)])(?=\s)/, '$1\\$2');
}

export function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

export function codes(words: readonly string[]): string {
  return words.map(code).join(', ');
}

export function link(label: string, target: string): string {
  return `[${escaped(label)}](${encodeURI(target)})`;
}

/** A fence that is longer than any run of backticks in the text. */
export function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text.replace(/\s+$/, '')}\n${ticks}`;
}

/** A table whose cells are Markdown already; a bar outside or inside code would end the cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A page from its blocks; empty blocks are left out. */
export function page(...blocks: readonly (string | undefined)[]): string {
  return `${[generatedMark, ...blocks.filter((block) => block !== undefined && block !== '')].join('\n\n')}\n`;
}

/** A block with a heading, or nothing where there is no content. */
export function section(heading: string, content: string): string | undefined {
  return content === '' ? undefined : `## ${heading}\n\n${content}`;
}

const generatedMark = '<!-- Written by `npm run generate`. Change the catalog or the vocabulary instead. -->';

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
