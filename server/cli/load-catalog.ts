import fs from 'node:fs';
import path from 'node:path';
import { parseCompiledCatalog } from '../catalog/compiled.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { Refusal, type World } from './world.ts';

/** The catalog that the build put beside the program. */
export function loadOwnCatalog(world: World): Catalog {
  const file = path.join(world.programFolder, 'catalog.json');
  try {
    return parseCompiledCatalog(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Refusal(`the catalog that belongs beside the program cannot be read: ${cause}`);
  }
}
