import fs from 'node:fs';
import path from 'node:path';
import { globby } from 'globby';
import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogProblem } from '../catalog/catalog-problem.ts';
import { parseCompiledCatalog } from '../catalog/compiled.ts';
import type { CatalogFile } from '../catalog/find-entries.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { printable } from '../report/check/printable.ts';
import { buildLineIndex } from '../text/line-index.ts';
import { readText, reasonOf } from './read-text.ts';
import { Refusal, type World } from './world.ts';

/** The text of the catalog that the build put beside the program. */
export function readOwnCatalog(world: World): string {
  try {
    return fs.readFileSync(path.join(world.programFolder, 'catalog.json'), 'utf8');
  } catch (error) {
    throw new Refusal(`the catalog that belongs beside the program cannot be read: ${reasonOf(error)}`);
  }
}

/** The built-in catalog with those of the organisation over it, a later one over an earlier one. */
export async function loadCatalogs(world: World, names: readonly string[]): Promise<Catalog> {
  let catalog = parseOwnCatalog(world);
  for (const name of names) {
    const layer = await loadCatalogLayer(world, name, catalog);
    catalog = layer.catalog;
    for (const line of layer.problems) await world.err.write(`bartizan: ${line}\n`);
  }
  return catalog;
}

export function parseOwnCatalog(world: World): Catalog {
  try {
    return parseCompiledCatalog(readOwnCatalog(world));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`the catalog that belongs beside the program is damaged: ${reasonOf(error)}`);
  }
}

/** A catalog of an organisation over another, with what is wrong in its files, each with its place. */
export interface CatalogLayer {
  readonly catalog: Catalog;
  readonly problems: readonly string[];
}

export async function loadCatalogLayer(world: World, name: string, base: Catalog): Promise<CatalogLayer> {
  const files: CatalogFile[] = [];
  for (const file of await catalogFiles(world, name))
    files.push({ path: file, text: readText(world.cwd, file) });
  const { catalog, problems } = loadCatalog(files, name, base);
  return { catalog, problems: problems.map((problem) => located(problem, files)) };
}

async function catalogFiles(world: World, name: string): Promise<readonly string[]> {
  const at = path.resolve(world.cwd, name);
  let found: string[];
  try {
    if (!fs.statSync(at).isDirectory()) return [name];
    found = await globby('**/*.{yaml,yml}', { cwd: at, followSymbolicLinks: false });
  } catch (error) {
    throw new Refusal(`the catalog "${name}" cannot be read: ${reasonOf(error)}`);
  }
  if (found.length === 0) throw new Refusal(`the catalog "${name}" holds no YAML file`);
  return found.sort().map((file) => path.join(name, file));
}

function located({ path: file, span, message }: CatalogProblem, files: readonly CatalogFile[]): string {
  const text = files.find((one) => one.path === file)?.text ?? '';
  const { line, column } = buildLineIndex(text).positionAt(span.start);
  return `${printable(file)}:${line + 1}:${column + 1}: ${printable(message)}; this entry is left out`;
}
