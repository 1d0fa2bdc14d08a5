import type { Word } from './vocabulary/word.ts';

const longestQuote = 60;

/** A name of the user's in quotes, on one line and of bearable length. */
export function quote(name: string): string {
  const line = name.slice(0, longestQuote + 1).replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
  return name.length > longestQuote ? `"${line.slice(0, longestQuote)}…"` : `"${line}"`;
}

export function joinWith(conjunction: 'and' | 'or', parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

export function quoteAll(conjunction: 'and' | 'or', names: readonly string[]): string {
  return joinWith(conjunction, names.map(quote));
}

/** The sentence of a word, to stand inside a message. */
export function meaning(word: Word): string {
  const sentence = word.doc.replace(/\.$/, '');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

const fewWords = 12;

/** The end of a message about an unknown word: the nearest known ones, or all when they are few, or some. */
export function suggestion(nearest: readonly string[], known: readonly string[], verb: string): string {
  if (nearest.length > 0) return `; did you mean ${quoteAll('or', nearest)}?`;
  if (known.length === 0) return '';
  if (known.length > fewWords) {
    return `; ${verb} ${known.slice(0, 3).map(quote).join(', ')} and ${known.length - 3} more`;
  }
  return `; ${verb} ${quoteAll('or', known)}`;
}
