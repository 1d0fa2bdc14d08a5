import { code, md } from '../../markup/markdown.ts';
import type { NamedPlace } from '../content/naming.ts';

export function placeMd({ id, title }: NamedPlace): string {
  return id === title ? code(id) : id === 'system' ? md(title) : `${md(title)} (${code(id)})`;
}
