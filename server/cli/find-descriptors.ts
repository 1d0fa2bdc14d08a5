import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './world.ts';

const descriptorName = /\.genai\.ya?ml$/;
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The descriptors that the arguments name: a file stands for itself whatever its name, a folder for all
 * descriptors below it. Names are given back as the user wrote them, sorted within a folder.
 */
export function findDescriptors(cwd: string, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const name of names) {
    const at = path.resolve(cwd, name);
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat === undefined) throw new Refusal(`"${name}" is not there`);
    if (!stat.isDirectory()) {
      found.add(name);
      continue;
    }
    const below = [...descriptorsBelow(at, name)];
    if (below.length === 0) throw new Refusal(`there is no descriptor (*.genai.yaml) below "${name}"`);
    for (const file of below) found.add(file);
  }
  return [...found];
}

function* descriptorsBelow(folder: string, name: string): Iterable<string> {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const shown = path.join(name, entry.name);
    // A symbolic link to a folder is not followed: it may lead back.
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* descriptorsBelow(path.join(folder, entry.name), shown);
    } else if (descriptorName.test(entry.name)) yield shown;
  }
}
