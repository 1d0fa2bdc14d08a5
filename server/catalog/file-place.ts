export type Collection = 'frameworks' | 'risks' | 'controls' | 'services' | 'rules' | 'overrides';

/** In the order in which entries rest on each other. */
export const collections: readonly Collection[] = [
  'frameworks',
  'risks',
  'controls',
  'services',
  'rules',
  'overrides',
];

/** What a file holds by its path: one entry whose id is the file's name, or a map of entries. */
export type FilePlace =
  | {
      readonly holds: 'entry';
      readonly collection: Collection;
      readonly id: string;
      readonly folder: string | undefined;
    }
  | { readonly holds: 'entries'; readonly collection: Collection; readonly file: string }
  /** Not catalog data: the answers to the guidance's checklist. */
  | { readonly holds: 'guidance' }
  /** A map of collections, as small catalogs have it. */
  | { readonly holds: 'collections' };

export function placeOfFile(path: string): FilePlace {
  const segments = path.replaceAll('\\', '/').split('/');
  const file = (segments.at(-1) ?? '').replace(/\.ya?ml$/, '');
  const parent = segments.at(-2);
  const grandparent = segments.at(-3);
  if (file === 'risks' || file === 'overrides') return { holds: 'entries', collection: file, file };
  if (file === 'guidance') return { holds: 'guidance' };
  if (parent === 'services') return { holds: 'entries', collection: 'services', file };
  if (parent === 'frameworks')
    return { holds: 'entry', collection: 'frameworks', id: file, folder: undefined };
  if (parent === 'controls' || parent === 'rules') {
    return { holds: 'entry', collection: parent, id: file, folder: undefined };
  }
  if (grandparent === 'controls' || grandparent === 'rules') {
    return { holds: 'entry', collection: grandparent, id: file, folder: parent };
  }
  return { holds: 'collections' };
}
