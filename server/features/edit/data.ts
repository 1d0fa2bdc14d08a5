import type { SyntaxNode } from '../../syntax/tree.ts';

/** A value to be written, free of style. `null` is a key with nothing behind it. */
export type Data = string | number | boolean | null | readonly Data[] | DataMap;

export interface DataMap {
  readonly [key: string]: Data;
}

export function isDataMap(data: Data): data is DataMap {
  return typeof data === 'object' && data !== null && !isDataList(data);
}

export function isDataList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

/** What a node says, as YAML 1.2 reads it. Of keys that stand twice the first counts. */
export function dataOf(node: SyntaxNode | undefined): Data {
  if (node === undefined) return null;
  switch (node.type) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(dataOf);
    case 'map':
      return Object.fromEntries(
        node.entries
          .filter((entry, at) => node.entries.findIndex((other) => other.key.text === entry.key.text) === at)
          .map((entry) => [entry.key.text, dataOf(entry.value)]),
      );
  }
}

/** `value` under the keys of `path`, outermost first. */
export function nested(path: readonly string[], value: Data): Data {
  return path.reduceRight<Data>((inner, key) => ({ [key]: inner }), value);
}
