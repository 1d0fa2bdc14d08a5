import fs from 'node:fs';
import path from 'node:path';
import { globby, isDynamicPattern } from 'globby';
import { reasonOf } from './read-text.ts';
import { Refusal, type World } from './world.ts';

const belowFolder = '**/*.genai.{yaml,yml}';

export interface FoundDescriptors {
  /** As the user wrote them, sorted within a folder or glob. */
  readonly files: readonly string[];
  /** What could not be looked at, in words; the rest was. */
  readonly unread: readonly string[];
}

/**
 * The descriptors that the arguments name: a file stands for itself whatever its name, a folder for all
 * descriptors below it, a glob for all files it matches. Below folders and globs, what git ignores is left out,
 * and symbolic links to folders are not followed: they may lead back.
 */
export async function findDescriptors(world: World, names: readonly string[]): Promise<FoundDescriptors> {
  const found = new Set<string>();
  const unread: string[] = [];
  for (const name of names) {
    const kind = kindOf(world, name);
    if (kind === 'file') {
      found.add(name);
      continue;
    }
    const inFolder = kind === 'folder';
    const folder = inFolder ? path.resolve(world.cwd, name) : world.cwd;
    const below = await filesMatching(inFolder ? belowFolder : slashed(name), folder, name, unread);
    if (below.length === 0 && unread.length === 0) {
      throw new Refusal(
        inFolder
          ? `there is no descriptor (*.genai.yaml) below "${name}"`
          : `no file matches "${name}"; bartizan init writes a descriptor to start from`,
      );
    }
    for (const file of below) found.add(inFolder ? path.join(name, file) : file);
  }
  return { files: [...found], unread };
}

function kindOf(world: World, name: string): 'file' | 'folder' | 'glob' {
  let stat: fs.Stats | undefined;
  try {
    stat = fs.statSync(path.resolve(world.cwd, name), { throwIfNoEntry: false });
  } catch (error) {
    throw new Refusal(`"${name}" cannot be read: ${reasonOf(error)}`);
  }
  if (stat === undefined && isDynamicPattern(slashed(name))) return 'glob';
  if (stat === undefined) throw new Refusal(`"${name}" is not there`);
  return stat.isDirectory() ? 'folder' : 'file';
}

async function filesMatching(
  pattern: string,
  cwd: string,
  name: string,
  unread: string[],
): Promise<readonly string[]> {
  const options = {
    cwd,
    dot: true,
    gitignore: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  };
  try {
    return (await globby(pattern, options)).sort();
  } catch (error) {
    const where = error instanceof Error && 'path' in error ? String(error.path) : name;
    unread.push(`"${path.relative(cwd, where) || name}" cannot be read: ${reasonOf(error)}`);
    return (await globby(pattern, { ...options, suppressErrors: true })).sort();
  }
}

/** Globs have forward slashes only; a backslash is how Windows writes a path. */
function slashed(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}
