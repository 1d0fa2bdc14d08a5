/**
 * Text of a descriptor as it may stand in a picture: one line, no character that XML forbids, none that is
 * invisible or turns the reading direction, no towers of accents, at most `limit` characters.
 * What could deceive a reader is replaced by U+FFFD, so that it is seen.
 */
export function cleanText(text: string, limit = 400): string {
  let result = '';
  let marks = 0;
  for (const char of text.slice(0, limit * 2)) {
    if (result.length >= limit) return `${result}…`;
    const kept = /\s/u.test(char) ? ' ' : visible(char);
    marks = /\p{M}/u.test(kept) ? marks + 1 : 0;
    if (marks > mostMarks || (kept === ' ' && result.endsWith(' '))) continue;
    result += kept;
  }
  return text.length > limit * 2 ? `${result.trim()}…` : result.trim();
}

/** Accents on one letter; no language in use stacks more. */
const mostMarks = 3;

function visible(char: string): string {
  if (/[\u00AD\u200B\uFEFF]/u.test(char)) return '';
  return forbidden.test(char) ? '\uFFFD' : char;
}

/**
 * Control characters, lone surrogates, non-characters; of the invisible format characters all but the joiners that
 * emoji and Indic scripts need. Bidi overrides and isolates are among them.
 */
const forbidden = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/u;
