import type { Span } from '../text/span.ts';
import { parseSyntax } from '../syntax/parse.ts';
import type { MapEntry, MapNode, SyntaxNode } from '../syntax/tree.ts';
import type { CatalogProblem } from './catalog-problem.ts';
import { unknownWordMessage } from './decode/messages.ts';
import { collections, placeOfFile, type Collection, type FilePlace } from './file-place.ts';

export interface CatalogFile {
  readonly path: string;
  readonly text: string;
}

/** One entry of one file, not yet decoded. */
export interface FoundEntry {
  readonly collection: Collection;
  readonly id: string;
  readonly path: string;
  /** The folder that names its zone. */
  readonly folder: string | undefined;
  /** Where to point when the entry as a whole is meant. */
  readonly head: Span;
  readonly node: SyntaxNode;
}

export interface FoundEntries {
  readonly entries: readonly FoundEntry[];
  readonly problems: readonly CatalogProblem[];
}

/** The entries of a file, by its path or, where the path says nothing, by its top-level keys. */
export function findEntries({ path, text }: CatalogFile): FoundEntries {
  const tree = parseSyntax(text);
  const problems: CatalogProblem[] = tree.problems.map(({ span, message }) => ({ path, span, message }));
  const place = placeOfFile(path);
  if (place.holds === 'guidance' || problems.length > 0) return { entries: [], problems };
  if (tree.root === undefined || isNull(tree.root)) return { entries: [], problems };
  if (tree.root.type !== 'map') {
    const message = 'a file of the catalog must be a map of keys and values';
    return { entries: [], problems: [{ path, span: tree.root.span, message }] };
  }
  const entries = isMapOfCollections(tree.root)
    ? entriesOfCollections(tree.root, path, problems)
    : entriesOfPlace(place, tree.root, path, problems);
  return { entries, problems };
}

/** A file in which everything is commented out. */
function isNull(node: SyntaxNode): boolean {
  return node.type === 'scalar' && node.value === null;
}

function isMapOfCollections(root: MapNode): boolean {
  const names: readonly string[] = collections;
  return root.entries.length > 0 && root.entries.every(({ key }) => names.includes(key.text));
}

function entriesOfCollections(
  root: MapNode,
  path: string,
  problems: CatalogProblem[],
): readonly FoundEntry[] {
  return root.entries.flatMap(({ key, value }) => {
    const collection = collections.find((name) => name === key.text);
    if (collection === undefined) return [];
    if (value?.type === 'map') return entriesOfMap(collection, value, path, '', problems);
    problems.push({ path, span: key.span, message: `"${key.text}" must be a map from ids to entries` });
    return [];
  });
}

function entriesOfPlace(
  place: FilePlace,
  root: MapNode,
  path: string,
  problems: CatalogProblem[],
): readonly FoundEntry[] {
  switch (place.holds) {
    case 'entry': {
      const head = root.entries[0]?.key.span ?? root.span;
      return [{ collection: place.collection, id: place.id, path, folder: place.folder, head, node: root }];
    }
    case 'entries':
      return entriesOfMap(place.collection, root, path, place.file, problems);
    case 'guidance':
      return [];
    case 'collections':
      for (const { key } of root.entries) {
        const message = `${unknownWordMessage('part of a catalog', key.text, collections)}; or put the file into a folder named controls, rules, services or frameworks`;
        problems.push({ path, span: key.span, message });
      }
      return [];
  }
}

function entriesOfMap(
  collection: Collection,
  map: MapNode,
  path: string,
  file: string,
  problems: CatalogProblem[],
): readonly FoundEntry[] {
  return map.entries.flatMap((entry): FoundEntry[] => {
    const { key, value } = entry;
    if (value === undefined) {
      problems.push({ path, span: key.span, message: `"${key.text}" has no value` });
      return [];
    }
    return [
      { collection, id: idOf(collection, entry, file), path, folder: undefined, head: key.span, node: value },
    ];
  });
}

/** In `services/aws.yaml` the platform may be left out: `bedrock` means `aws:bedrock`. */
function idOf(collection: Collection, { key }: MapEntry, file: string): string {
  return collection === 'services' && !key.text.includes(':') && file !== ''
    ? `${file}:${key.text}`
    : key.text;
}
