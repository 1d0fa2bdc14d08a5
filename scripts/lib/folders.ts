import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NotAvailable, messageOf, onEnd } from './lifecycle.ts';
import { ROOT } from './project.ts';

/** BARTIZAN_TEST_CACHE, else $XDG_CACHE_HOME/bartizan, else ~/.cache/bartizan: outlives a fresh clone. */
export function cacheDir(): string {
  const own = process.env.BARTIZAN_TEST_CACHE;
  if (own) {
    return path.resolve(own);
  }
  const xdg = process.env.XDG_CACHE_HOME;
  const base = xdg && path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.cache');
  return path.join(base, 'bartizan');
}

/** A temporary folder that is removed at the end. Short: a socket's path is limited to 107 bytes. */
export function tempDir(prefix: string): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  onEnd(() => removeDir(dir));
  return dir;
}

/** Copies the workspace of a test into a temporary folder: the fixtures themselves never change. */
export function copyWorkspace(source: string): string {
  const workspace = path.join(tempDir('bws-'), 'ws');
  fs.cpSync(path.resolve(ROOT, source), workspace, { recursive: true });
  return workspace;
}

/**
 * The folder `name` of the cache, which `build` fills when it is not there yet. It is built under a temporary name
 * and renamed when complete: an interrupted build is never used, and two runs at a time do not disturb each other.
 */
export async function cachedDir(name: string, build: (dir: string) => Promise<void>): Promise<string> {
  const dir = path.join(cacheDir(), name);
  if (fs.existsSync(dir)) {
    return dir;
  }
  fs.mkdirSync(cacheDir(), { recursive: true });
  const unfinished = fs.mkdtempSync(path.join(cacheDir(), `.${name}-`));
  const discard = onEnd(() => removeDir(unfinished));
  const start = Date.now();
  console.log(`installing ${name} into the cache, once`);
  try {
    await build(unfinished);
    fs.renameSync(unfinished, dir);
    console.log(`  done in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    if (!fs.existsSync(dir)) {
      // else another run was faster
      throw new NotAvailable(`${name} could not be installed from the npm registry: ${messageOf(error)}`);
    }
  } finally {
    await discard();
  }
  return dir;
}

function removeDir(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
