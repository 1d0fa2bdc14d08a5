import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { printable } from '../report/check/printable.ts';
import { decodeText } from './read-text.ts';
import { Refusal, type World } from './world.ts';

/** A file as it is at a revision. */
export interface FileAtRevision {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  readonly text: string;
}

/** A file as it is at a revision, named from the folder at hand; undefined where the revision does not have it. */
export function readAtRevision(world: World, revision: string, file: string): FileAtRevision | undefined {
  return readFromRoot(world, commitOf(world, revision), fromRoot(world, file));
}

/** A file as it was at `base` when it had another name than at `head`, or than it has now; undefined where it had none. */
export function readBeforeRename(
  world: World,
  base: string,
  head: string | undefined,
  file: string,
): FileAtRevision | undefined {
  const commits = [base, ...(head === undefined ? [] : [head])].map((revision) => commitOf(world, revision));
  const [before = ''] = commits;
  const list = git(
    world,
    ['diff', '--name-status', '-z', '--find-renames', '--diff-filter=R', ...commits, '--'],
    `git cannot compare "${base}"`,
  ).toString('utf8');
  // Each rename is three fields: the mark with the likeness, the old name, the new name.
  const fields = list.split('\0');
  const at = fields.findIndex((field, index) => index % 3 === 2 && field === fromRoot(world, file));
  const old = fields[at - 1];
  return at === -1 || old === undefined ? undefined : readFromRoot(world, before, old);
}

function readFromRoot(world: World, commit: string, file: string): FileAtRevision | undefined {
  const there = git(
    world,
    ['ls-tree', '--full-tree', '--name-only', commit, '--', file],
    `git cannot look for "${file}"`,
  );
  if (there.length === 0) return undefined;
  const bytes = git(world, ['cat-file', 'blob', `${commit}:${file}`], `git cannot read "${file}"`);
  return { file, text: decodeText(`${file} at ${commit.slice(0, 12)}`, bytes) };
}

function commitOf(world: World, revision: string): string {
  fromRoot(world, '.');
  return git(
    world,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    `there is no revision "${revision}"`,
  )
    .toString('utf8')
    .trim();
}

/** The name of a file as git has it. */
function fromRoot(world: World, file: string): string {
  const prefix = git(world, ['rev-parse', '--show-prefix'], 'git opens no repository here');
  const below = path.relative(world.cwd, path.resolve(world.cwd, file)).split(path.sep).join('/');
  const name = path.posix.join(prefix.toString('utf8').replace(/\n$/, ''), below);
  if (name.startsWith('../')) throw new Refusal(`"${file}" is outside of the git repository`);
  return name;
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
    throw new Refusal(missing ? 'git is not installed' : `${refusal}${reasonOfGit(error)}`);
  }
}

/** The first line of what git says, such as that the repository belongs to somebody else. */
function reasonOfGit(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const [line = ''] = said.replace(/^(?:fatal|error): /, '').split('\n');
  return line === '' ? '' : `: ${printable(line)}`;
}
