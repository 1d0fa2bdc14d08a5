import { code, md } from '../../markup/markdown.ts';
import type { NamedPlace } from '../content/naming.ts';

export function placeMd({ id, title }: NamedPlace): string {
  // In a sentence, or a cell that reads like the end of one.
  if (id === 'system') return 'the system';
  return id === title ? code(id) : `${md(title)} (${code(id)})`;
}
