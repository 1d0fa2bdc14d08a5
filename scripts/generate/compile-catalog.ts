import fs from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../../server/catalog/catalog.ts';
import type { CatalogProblem } from '../../server/catalog/catalog-problem.ts';
import { compileCatalog } from '../../server/catalog/compiled.ts';
import type { CatalogFile } from '../../server/catalog/find-entries.ts';
import { loadGuidance, type GuidanceItem } from '../../server/catalog/guidance.ts';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { buildLineIndex } from '../../server/text/line-index.ts';
import { MANIFEST, ROOT } from '../lib/project.ts';

/** The name under which findings show where a rule of ours comes from. */
export const ORIGIN = 'bartizan';

/** The catalog of `root` as one JSON text. Throws with every problem as `file:line:column: reason`. */
export async function compileCatalogFolder(root: string = ROOT): Promise<string> {
  return compileCatalog(await readOwnCatalog(root));
}

export async function readOwnCatalog(root: string = ROOT): Promise<Catalog> {
  const files = await readCatalogFiles(root);
  const { catalog, problems } = loadCatalog(files, ORIGIN);
  if (problems.length > 0) {
    throw new Error(`the catalog has problems:\n${describeProblems(files, problems).join('\n')}`);
  }
  return { ...catalog, version: MANIFEST.version };
}

/** The checklist of the source guidance. Throws like `compileCatalogFolder`. */
export async function readOwnGuidance(
  catalog: Catalog,
  root: string = ROOT,
): Promise<readonly GuidanceItem[]> {
  const name = 'catalog/guidance.yaml';
  const file = { path: name, text: await fs.promises.readFile(path.join(root, name), 'utf8') };
  const { items, problems } = loadGuidance(file, catalog);
  if (problems.length > 0) {
    throw new Error(`the guidance has problems:\n${describeProblems([file], problems).join('\n')}`);
  }
  return items;
}

/** The YAML files under `catalog/`, with paths as they are shown: relative to `root`, with slashes, sorted. */
export async function readCatalogFiles(root: string = ROOT): Promise<readonly CatalogFile[]> {
  const names = await fs.promises.readdir(path.join(root, 'catalog'), { recursive: true });
  const paths = names
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `catalog/${name.split(path.sep).join('/')}`)
    .sort();
  return Promise.all(
    paths.map(async (file) => ({
      path: file,
      text: await fs.promises.readFile(path.join(root, file), 'utf8'),
    })),
  );
}

export function describeProblems(
  files: readonly CatalogFile[],
  problems: readonly CatalogProblem[],
): readonly string[] {
  const indexes = new Map(files.map((file) => [file.path, buildLineIndex(file.text)]));
  return problems.map(({ path: file, span, message }) => {
    const { line, column } = indexes.get(file)?.positionAt(span.start) ?? { line: 0, column: 0 };
    return `${file}:${line + 1}:${column + 1}: ${message}`;
  });
}
