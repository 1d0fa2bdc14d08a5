import { printable } from '../check/printable.ts';
import type { Paint } from '../check/paint.ts';

/** A labelled line of a page in the terminal. */
export function detail(label: string, text: string, paint: Paint): string {
  return `${paint.faint(`${label.padStart(12)}:`)} ${printable(text)}`;
}
