import type { ScalarStyle } from '../../syntax/tree.ts';

export type Plain = string | number | boolean | null;

/**
 * The YAML text of a scalar. Plain where that reads back as the same value, in block and in flow style alike;
 * otherwise quoted, and in double quotes where single ones cannot hold it.
 */
export function scalarText(value: Plain, style: ScalarStyle = 'plain'): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return String(value);
  if (style === 'double-quoted') return doubleQuoted(value);
  if (style === 'single-quoted' && fitsSingleQuotes(value)) return singleQuoted(value);
  if (fitsPlain(value) && !readsAsOtherType(value)) return value;
  return fitsSingleQuotes(value) && !value.includes("'") && value.includes('"')
    ? singleQuoted(value)
    : doubleQuoted(value);
}

/** The same for a word whose type is left to YAML: `true` and `3` stay bare. */
export function wordText(word: string, style: ScalarStyle): string {
  return style === 'plain' && readsAsOtherType(word) && fitsPlain(word) ? word : scalarText(word, style);
}

const plainText = /^[\p{L}\p{N}_./$(+<=^~;-][^\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF,[\]{}"]*$/u;
/** One of these in front of text means a marker, an indicator or a number's sign. */
const awkwardStart = /^(?:[-?:](?:\s|$)|---|\.\.\.|<<$|=$|~)/;

function fitsPlain(value: string): boolean {
  return plainText.test(value) && !awkwardStart.test(value) && !/:(?:\s|$)|\s#|\s$|\p{Cs}/u.test(value);
}

/** The core schema of YAML 1.2, with the words and numbers that YAML 1.1 readers take for something else. */
function readsAsOtherType(value: string): boolean {
  return (
    /^(?:null|true|false|yes|no|on|off|y|n|~|)$/i.test(value) ||
    /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(value) ||
    /^0(?:x[\da-f]+|o[0-7]+)$/i.test(value) ||
    /^[-+]?\.(?:inf|nan)$/i.test(value)
  );
}

function fitsSingleQuotes(value: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFEFF\uFFFE\uFFFF]/u.test(value);
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function doubleQuoted(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
