import fs from 'node:fs';
import path from 'node:path';
import { convertPathToPattern, globby, isDynamicPattern, isGitIgnored } from 'globby';
import { reasonOf } from './read-text.ts';
import { Refusal, type World } from './world.ts';

const belowFolder = '**/*.genai.{yaml,yml}';

const searching = {
  dot: true,
  followSymbolicLinks: false,
  expandDirectories: false,
  ignore: ['**/node_modules/**', '**/.git/**'],
};

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
    try {
      const named = await descriptorsOf(world, name);
      for (const file of named.files) found.add(file);
      unread.push(...named.unread);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      unread.push(error.message);
    }
  }
  return { files: [...found], unread };
}

async function descriptorsOf(world: World, name: string): Promise<FoundDescriptors> {
  const kind = kindOf(world, name);
  if (kind === 'file') return { files: [name], unread: [] };
  const inFolder = kind === 'folder';
  const folder = inFolder ? path.resolve(world.cwd, name) : world.cwd;
  const { files, unread } = await filesMatching(inFolder ? belowFolder : slashed(name), folder, world);
  if (files.length === 0 && unread.length === 0) {
    throw new Refusal(
      inFolder
        ? `there is no descriptor (*.genai.yaml) below "${name}"; bartizan init writes one to start from`
        : `no file matches "${name}"`,
    );
  }
  return { files: inFolder ? files.map((file) => path.join(name, file)) : files, unread };
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

async function filesMatching(pattern: string, cwd: string, world: World): Promise<FoundDescriptors> {
  const options = { ...searching, cwd, gitignore: true };
  try {
    return { files: (await globby(pattern, options)).sort(), unread: [] };
  } catch {
    const files = (await globby(pattern, { ...options, suppressErrors: true })).sort();
    return { files, unread: await closedFolders(pattern, cwd, world) };
  }
}

/** Why folders cannot be looked into, a sentence each. One that git ignores would not have been looked into. */
async function closedFolders(pattern: string, cwd: string, world: World): Promise<readonly string[]> {
  const isIgnored = await isGitIgnored({ cwd, suppressErrors: true });
  const reasons: string[] = [];
  const passed = new Set<string>();
  for (;;) {
    try {
      await globby(pattern, { ...searching, cwd, ignore: [...searching.ignore, ...passed] });
      return reasons;
    } catch (error) {
      const where = error instanceof Error && 'path' in error ? path.relative(cwd, String(error.path)) : '';
      const isNew = where !== '' && !passed.has(below(where));
      if (!isNew || !isIgnored(path.join(where, 'x')))
        reasons.push(`"${nameOf(world, path.join(cwd, where))}" cannot be read: ${reasonOf(error)}`);
      if (!isNew) return reasons;
      passed.add(below(where));
    }
  }
}

function below(folder: string): string {
  return `${convertPathToPattern(folder)}/**`;
}

function nameOf(world: World, at: string): string {
  return path.relative(world.cwd, at) || '.';
}

/** Globs have forward slashes only; a backslash is how Windows writes a path. */
function slashed(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}
