import { cleanText } from './clean-text.ts';

/** `vector-store` as people write it: `Vector store`. */
export function kindTitle(kind: string): string {
  return sentence(kind);
}

/** `user-interface` → `User interface`, `mcp-server` → `MCP server`. */
export function sentence(words: string): string {
  const text = cleanText(words, 80)
    .split('-')
    .map((part) => acronyms.get(part) ?? part)
    .join(' ')
    .replace('CI CD', 'CI/CD');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The zone in a heading: `APPLICATION ZONE`, `EXTERNAL`. */
export function zoneTag(zone: string | undefined): string {
  if (zone === undefined) return 'BOUNDARY';
  const name = cleanText(zone, 40).replaceAll('-', ' ').toUpperCase();
  return zone === 'external' ? 'EXTERNAL' : `${name} ZONE`;
}

export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** At most two names and the number of the rest: `question, product-docs +3`. */
export function shortList(names: readonly string[]): string {
  const shown = names.length <= 3 ? names : names.slice(0, 2);
  return shown.join(', ') + (names.length > shown.length ? ` +${names.length - shown.length}` : '');
}

const acronyms: ReadonlyMap<string, string> = new Map(
  ['llm', 'ai', 'api', 'mcp', 'ui', 'ide', 'ci', 'cd', 'siem', 'aws', 'saas', 'oss'].map((word) => [
    word,
    word.toUpperCase(),
  ]),
);
