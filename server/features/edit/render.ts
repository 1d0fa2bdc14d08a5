import { isDataList, isDataMap, type Data, type DataMap } from './data.ts';
import { scalarText } from './scalar-text.ts';

/** How the surroundings are written. */
export interface Style {
  readonly lineEnd: string;
  /** Blanks by which a map below another is indented. */
  readonly step: number;
  /** Keys and words stand in double quotes, as in JSON. */
  readonly quoted: boolean;
  /** Maps below are written `{ … }` even in block style. */
  readonly flowMaps: boolean;
}

/** `key: value` in one line. */
export function flowEntry(key: string, value: Data, style: Style): string {
  return value === null ? `${keyText(key, style)}:` : `${keyText(key, style)}: ${flowText(value, style)}`;
}

export function flowText(data: Data, style: Style): string {
  if (isDataList(data)) return `[${data.map((item) => flowText(item, style)).join(', ')}]`;
  if (isDataMap(data)) {
    const entries = Object.entries(data).map(([key, value]) => flowEntry(key, value, style));
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return scalarText(data, style.quoted ? 'double-quoted' : 'plain');
}

/** Entries of a block map at `indent`, without a line end behind the last. */
export function blockEntries(entries: DataMap, indent: string, style: Style): string {
  return Object.entries(entries)
    .map(([key, value]) => {
      if (!isDataMap(value) || style.flowMaps || Object.keys(value).length === 0) {
        return indent + flowEntry(key, value, style);
      }
      const below = blockEntries(value, indent + ' '.repeat(style.step), style);
      return `${indent}${keyText(key, style)}:${style.lineEnd}${below}`;
    })
    .join(style.lineEnd);
}

export function keyText(key: string, style: Style): string {
  return scalarText(key, style.quoted ? 'double-quoted' : 'plain');
}
