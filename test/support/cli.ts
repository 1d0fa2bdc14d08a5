import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ELK from 'elkjs/lib/elk.bundled.js';
import { runCommandLine } from '../../server/cli/run.ts';
import type { World } from '../../server/cli/world.ts';
import { compileCatalogFolder } from '../../scripts/generate/compile-catalog.ts';

export interface CliResult {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with files of its own, in which the command line runs; `dispose` removes it. */
export interface CliFolder {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): void;
  read(name: string): string;
  run(...args: readonly string[]): Promise<CliResult>;
  /** Runs in a world that differs in some parts. */
  runWith(parts: Partial<World>, ...args: readonly string[]): Promise<CliResult>;
  dispose(): void;
}

export async function makeCliFolder(): Promise<CliFolder> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'bartizan-cli-'));
  const folder = path.join(root, 'work');
  const programFolder = path.join(root, 'program');
  fs.mkdirSync(folder);
  fs.mkdirSync(programFolder);
  fs.writeFileSync(path.join(programFolder, 'catalog.json'), await compiledCatalog());
  const at = (name: string): string => path.join(folder, name);
  return {
    folder,
    write: (name, content) => {
      fs.mkdirSync(path.dirname(at(name)), { recursive: true });
      fs.writeFileSync(at(name), content);
    },
    read: (name) => fs.readFileSync(at(name), 'utf8'),
    run: (...args) => runWith({}, ...args),
    runWith,
    dispose: () => {
      fs.rmSync(root, { recursive: true, force: true });
    },
  };

  async function runWith(parts: Partial<World>, ...args: readonly string[]): Promise<CliResult> {
    let out = '';
    let err = '';
    const world: World = {
      cwd: folder,
      today: '2026-11-24',
      out: { isTerminal: false, write: (text) => Promise.resolve(void (out += text)) },
      err: { isTerminal: false, write: (text) => Promise.resolve(void (err += text)) },
      programFolder,
      env: { PATH: process.env.PATH },
      ask: undefined,
      layout: new ELK(),
      ...parts,
    };
    const status = await runCommandLine(world, args);
    return { status, out, err };
  }
}

let compiled: Promise<string> | undefined;

/** Compiled once for all tests of a run. */
function compiledCatalog(): Promise<string> {
  compiled ??= compileCatalogFolder();
  return compiled;
}
