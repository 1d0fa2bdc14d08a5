import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogProblem } from '../catalog/catalog-problem.ts';
import type { CatalogFile } from '../catalog/find-entries.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import type { Files } from './host.ts';
import { usualSettings, type Settings } from './settings.ts';

/** What descriptors of one folder are judged by. */
export interface Judge {
  readonly settings: Settings;
  readonly catalog: Catalog;
  /** Files of the organisation's catalogs by URI, as they were read. */
  readonly catalogFiles: ReadonlyMap<string, ReadCatalogFile>;
}

/** The text of a catalog's file, and what is wrong in it. */
export interface ReadCatalogFile {
  readonly text: string;
  readonly problems: readonly CatalogProblem[];
  /** The catalog that the file belongs to, as the settings name it, over those before it. */
  readonly origin: string;
  readonly catalog: Catalog;
}

export interface Sources {
  /** Absent where no file can or may be read. */
  readonly files: Files | undefined;
  /** Text of an open file, which is newer than the one on disk. */
  openText(uri: string): string | undefined;
  /** The settings of each folder, and of files outside every folder. */
  settingsOf(folders: readonly string[]): Promise<ReadonlyMap<string | undefined, Settings>>;
}

/** The settings and the catalog of every folder; `undefined` is the key of what lies outside every folder. */
export type Judges = ReadonlyMap<string | undefined, Judge>;

export async function readJudges(
  builtIn: Catalog,
  folders: readonly string[],
  sources: Sources,
): Promise<Judges> {
  const settings = await sources.settingsOf(folders);
  const judges = new Map<string | undefined, Judge>();
  for (const folder of [undefined, ...folders]) {
    judges.set(folder, await readJudge(builtIn, folder, settings.get(folder) ?? usualSettings, sources));
  }
  return judges;
}

/** The innermost folder around a file. */
export function folderOf(folders: Iterable<string | undefined>, uri: string): string | undefined {
  let found: string | undefined;
  for (const folder of folders) {
    if (folder === undefined || !uri.startsWith(withSlash(folder))) continue;
    if (found === undefined || folder.length > found.length) found = folder;
  }
  return found;
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

async function readJudge(
  builtIn: Catalog,
  folder: string | undefined,
  settings: Settings,
  sources: Sources,
): Promise<Judge> {
  const { files } = sources;
  let catalog = builtIn;
  const catalogFiles = new Map<string, ReadCatalogFile>();
  if (folder === undefined || files === undefined) return { settings, catalog, catalogFiles };
  for (const path of settings.catalogs.filter(staysWithin)) {
    const found: CatalogFile[] = [];
    for (const uri of await files.find(folder, filesUnder(path))) {
      const text = sources.openText(uri) ?? (await files.read(uri));
      if (text !== undefined) found.push({ path: uri, text });
    }
    const loaded = loadCatalog(found, path, catalog);
    ({ catalog } = loaded);
    for (const file of found) {
      const problems = loaded.problems.filter((problem) => problem.path === file.path);
      catalogFiles.set(file.path, { text: file.text, problems, origin: path, catalog });
    }
  }
  return { settings, catalog, catalogFiles };
}

/** A catalog is a YAML file, or a folder of them, within the workspace's folder. */
export function staysWithin(path: string): boolean {
  return !/^([/\\]|[a-z]:|.*(^|[/\\])\.\.([/\\]|$))/i.test(path);
}

function filesUnder(path: string): RegExp {
  const plain = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  const escaped = plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped}(/.*\\.ya?ml)?$`);
}
