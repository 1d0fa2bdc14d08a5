import type { Message } from 'sarif';
import { printable } from '../check/printable.ts';

/** GitHub documents no limit of a message; what is longer than this is read by nobody. */
const longest = 4000;

/**
 * A text as a SARIF message. A bracket before a parenthesis would be a link in it, which the words of a descriptor
 * must not make: they come from whoever opened the pull request.
 */
export function messageOf(text: string): Message {
  const shown = printable(text).replaceAll('](', '] (');
  return { text: shown.length > longest ? `${shown.slice(0, longest)}…` : shown };
}
