import fs from 'node:fs';
import path from 'node:path';

/** Root of the repository, which is also the root of the extension. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..');

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

/** The caller vouches for the shape: these are our own files, or npm has written them. */
export function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export const MANIFEST = readJson(path.join(ROOT, 'package.json')) as Manifest;

/** Where `npm run package` writes the VSIX and the UI test looks for it. */
export const VSIX = path.join(ROOT, 'out', `${MANIFEST.name}-${MANIFEST.version}.vsix`);
