// Remembers what dist/ was built from, so that a second `npm start` builds nothing.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { BuildMode } from './build.ts';
import { ROOT, readJson } from './project.ts';

const STAMP = path.join(ROOT, 'out', 'build.json');
const SOURCES = ['catalog', 'client', 'server', 'schemas', 'scripts', 'package.json', 'package-lock.json'];

interface Stamp {
  readonly mode: BuildMode;
  readonly hash: string;
}

export function isCurrent(mode: BuildMode): boolean {
  if (!fs.existsSync(STAMP) || !fs.existsSync(path.join(ROOT, 'dist'))) {
    return false;
  }
  const built = readJson(STAMP) as Stamp;
  return built.hash === sourceHash() && (built.mode === mode || built.mode === 'production');
}

export function writeStamp(mode: BuildMode, hash: string): void {
  const stamp: Stamp = { mode, hash };
  fs.writeFileSync(STAMP, JSON.stringify(stamp));
}

/** Hash of the names and contents of everything a build reads. */
export function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow)) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Files at or below a path of the repository, in a fixed order. */
function filesBelow(file: string): string[] {
  const stat = fs.statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  if (stat === undefined) {
    return [];
  }
  if (!stat.isDirectory()) {
    return [file];
  }
  return fs
    .readdirSync(path.join(ROOT, file))
    .sort()
    .flatMap((name) => filesBelow(path.join(file, name)));
}
