import { execFileSync } from 'node:child_process';
import { decodeText } from './read-text.ts';
import { Refusal, type World } from './world.ts';

/** A file as it is at a revision; undefined where the revision does not have it. */
export function readAtRevision(world: World, revision: string, file: string): string | undefined {
  const commit = git(
    world,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    `there is no revision "${revision}"`,
  )
    .toString('utf8')
    .trim();
  const there = git(world, ['ls-tree', '--name-only', commit, '--', file], `git cannot look for "${file}"`);
  if (there.length === 0) return undefined;
  const bytes = git(
    world,
    ['cat-file', 'blob', `${commit}:./${file.replaceAll('\\', '/')}`],
    `git cannot read "${file}" at "${revision}"`,
  );
  return decodeText(`${file} at ${revision}`, bytes);
}

/** Runs git by an array of arguments, so that no name is ever read by a shell. */
function git(world: World, args: readonly string[], refusal: string): Buffer {
  try {
    return execFileSync('git', args, {
      cwd: world.cwd,
      env: { ...world.env, GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1' },
      maxBuffer: 64_000_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Refusal(missing ? 'git is not installed' : refusal);
  }
}
