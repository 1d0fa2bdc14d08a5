import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from './host.ts';

const neverEntered: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', 'out']);

/** Bigger files are no descriptors and no catalogs. */
const largestFile = 16_000_000;

/** The files of this machine. What cannot be read is as if it were not there. */
export const nodeFiles: Files = {
  find: async (folder, wanted) => {
    const root = pathOf(folder);
    if (root === undefined) return [];
    const found: string[] = [];
    await walk(root, '', (relative) => {
      if (wanted.test(relative)) found.push(pathToFileURL(path.join(root, relative)).href);
    });
    return found.sort();
  },
  read: async (uri) => {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    try {
      const { size } = await fs.promises.stat(file);
      return size > largestFile ? undefined : await fs.promises.readFile(file, 'utf8');
    } catch {
      return undefined;
    }
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** Links are not followed: they may lead out of the folder, or in a circle. */
async function walk(root: string, within: string, visit: (relative: string) => void): Promise<void> {
  let entries: fs.Dirent[];
  try {
    entries = await fs.promises.readdir(path.join(root, within), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const relative = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isFile()) visit(relative);
    if (entry.isDirectory() && !neverEntered.has(entry.name)) await walk(root, relative, visit);
  }
}
