import { nearestWords } from '../../text/nearest.ts';

/** `unknown severity "hgh": did you mean "high"?`, or the whole list of a few words where nothing is near. */
export function unknownWordMessage(what: string, typed: string, known: readonly string[]): string {
  const near = nearestWords(typed, known);
  if (near.length > 0) return `unknown ${what} "${typed}": did you mean ${alternatives(near)}?`;
  if (known.length > 0 && known.length <= longestList) {
    return `unknown ${what} "${typed}": known are ${known.join(', ')}`;
  }
  return `unknown ${what} "${typed}"`;
}

/** The same for ids, which are too many to list. */
export function unknownIdMessage(what: string, typed: string, known: Iterable<string>): string {
  const near = nearestWords(typed, known);
  return `unknown ${what} "${typed}"${near.length > 0 ? `: did you mean ${alternatives(near)}?` : ''}`;
}

/** The longest list of the language is that of the purposes. */
const longestList = 25;

function alternatives(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' or ');
}
