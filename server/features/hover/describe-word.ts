import type { Analysis } from '../../analysis/analysis.ts';
import { statuses } from '../../model/vocabulary/section-keys.ts';
import { unknownWord } from '../../model/vocabulary/element-keys.ts';
import { sections } from '../../model/vocabulary/vocabulary.ts';
import type { Key, ValueType } from '../../model/vocabulary/word.ts';
import { bullets, code, paragraphs, plain, prose } from '../markdown.ts';

export function describeSection(name: string): string | undefined {
  const section = sections.find((candidate) => candidate.name === name);
  return section && paragraphs(`**${section.name}**`, prose(section.doc));
}

export function describeKey(key: Key | undefined): string | undefined {
  if (key === undefined) return undefined;
  const assumed = key.assume === undefined ? undefined : `Where nothing is said: ${code(key.assume)}`;
  return paragraphs(`**${key.name}** — ${prose(key.doc)}`, valuesOf(key.value), assumed);
}

export function describeValue(key: Key | 'status', word: string): string | undefined {
  const words = key === 'status' ? statuses : key.value.type === 'word' ? key.value.words : [];
  const known = [...words, unknownWord].find(({ name }) => name === word);
  if (known !== undefined) return `**${known.name}** — ${prose(known.doc)}`;
  return key === 'status' ? undefined : describeKey(key);
}

export function describeParameter(
  { catalog }: Analysis,
  control: string | undefined,
  name: string,
): string | undefined {
  const doc = catalog.controls.get(control ?? '')?.params[name];
  return doc === undefined ? undefined : `**${plain(name)}** — ${prose(doc)}`;
}

const mostWords = 12;

function valuesOf(value: ValueType): string | undefined {
  switch (value.type) {
    case 'word': {
      const lines = value.words.slice(0, mostWords).map(({ name, doc }) => `${code(name)} ${prose(doc)}`);
      const more = value.words.length - mostWords;
      return bullets(more > 0 ? [...lines, `… and ${more} more`] : lines);
    }
    case 'boolean':
      return `${code('true')} or ${code('false')}`;
    case 'integer':
      return `A whole number from ${value.from} to ${value.to}`;
    case 'date':
      return `A day, such as ${code('2027-01-31')}`;
    case 'service':
      return `A product, such as ${code('aws:bedrock')}`;
    default:
      return undefined;
  }
}
