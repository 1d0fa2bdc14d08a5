/** A text of the user's as it is, whatever Markdown would make of it: on one line, without markup or links. */
export function plain(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_[\]<>#|~!&]/g, String.raw`\$&`)
    .replaceAll(/:(?=\/\/)|(?<=\bwww)\.|^[-+]|(?<=^\d+)[.)]/gi, String.raw`\$&`);
}

/** Prose of a catalog: words in backticks stay code, all else is as it is. */
export function prose(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 1 ? part : plain(part)))
    .join('');
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
}

/** A word in the type of code. Ids and words of the vocabulary hold no backtick. */
export function code(text: string): string {
  return `\`${text.replaceAll(/[`\s\p{Cc}\p{Cf}]+/gu, ' ')}\``;
}

export function codes(words: Iterable<string>): string {
  return [...words].map(code).join(', ');
}

/** Paragraphs without those that say nothing. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** The first of many, and how many more there are. */
export function shortened(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more`];
}
