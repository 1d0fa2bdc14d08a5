import type { MapEntry, SyntaxNode } from '../../syntax/tree.ts';
import { reportProblem, type Decoder, type EntryReport } from './decoder.ts';

/** A list; an item that cannot be read is reported and left out. */
export function listOf<T>(item: Decoder<T>): Decoder<readonly T[]> {
  return {
    decode: (node, report) => {
      if (node.type === 'list') return decodeItems(node.items, item, report);
      reportProblem(report, node.span, 'this must be a list');
      return undefined;
    },
    schema: (definitions) => ({ type: 'array', items: item.schema(definitions) }),
  };
}

/** A list, or one value that stands for a list of one. */
export function oneOrMore<T>(item: Decoder<T>): Decoder<readonly T[]> {
  return {
    decode: (node, report) => {
      if (node.type !== 'list') return decodeItems([node], item, report);
      if (node.items.length === 0) reportProblem(report, node.span, 'this list is empty');
      return decodeItems(node.items, item, report);
    },
    schema: (definitions) => {
      const one = item.schema(definitions);
      return { anyOf: [one, { type: 'array', items: one, minItems: 1 }] };
    },
  };
}

/** A map whose keys are read by `name` and whose values by `value`. */
export function mapOf<T>(name: Decoder<string>, value: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return {
    decode: (node, report) => {
      if (node.type !== 'map') {
        reportProblem(report, node.span, 'this must be a map');
        return undefined;
      }
      const pairs = node.entries.flatMap((entry): [string, T][] => {
        const key = name.decode(entry.key, report);
        const read = key === undefined ? undefined : decodeEntryValue(entry, value, report);
        return key === undefined || read === undefined ? [] : [[key, read]];
      });
      reportDuplicates(node.entries, report);
      return Object.fromEntries(pairs);
    },
    schema: (definitions) => ({ type: 'object', additionalProperties: value.schema(definitions) }),
  };
}

export function decodeEntryValue<T>(entry: MapEntry, value: Decoder<T>, report: EntryReport): T | undefined {
  const node = entry.value;
  if (node !== undefined && !(node.type === 'scalar' && node.value === null))
    return value.decode(node, report);
  reportProblem(report, entry.key.span, `"${entry.key.text}" has no value`);
  return undefined;
}

export function reportDuplicates(entries: readonly MapEntry[], report: EntryReport): void {
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.text)) reportProblem(report, key.span, `"${key.text}" stands here twice`);
    seen.add(key.text);
  }
}

function decodeItems<T>(items: readonly SyntaxNode[], item: Decoder<T>, report: EntryReport): readonly T[] {
  return items.flatMap((node) => {
    const value = item.decode(node, report);
    return value === undefined ? [] : [value];
  });
}
