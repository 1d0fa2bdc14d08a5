import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/project.ts';
import { bundleCli } from './bundled-cli.ts';
import { supportChatbot } from './example.ts';

/** The bundled program in a folder of its own that holds `x.genai.yaml`; a new one for each test. */
export interface ProgramFolder {
  at(name: string): string;
  read(name: string): string;
  write(name: string, text: string): void;
  /** Runs a script of bash there. `BARTIZAN_BIN` is the program, and `bartizan` is on the PATH. */
  shell(script: string, env?: Readonly<Record<string, string>>): ShellResult;
}

interface ShellResult {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Bundles once for the tests of the describe block in which it is called. */
export function useProgram(): ProgramFolder {
  let program = '';
  let dispose: () => void = () => undefined;
  let folder = '';
  before(async function () {
    this.timeout(60_000);
    const bundled = await bundleCli();
    program = bundled.program;
    dispose = () => bundled.dispose();
  });
  after(() => dispose());
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bartizan-process-'));
    fs.mkdirSync(at('bin'));
    fs.symlinkSync(program, at('bin/bartizan'));
    write('x.genai.yaml', supportChatbot);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const at = (name: string): string => path.join(folder, name);
  const write = (name: string, text: string): void => fs.writeFileSync(at(name), text);
  return {
    at,
    write,
    read: (name) => fs.readFileSync(at(name), 'utf8'),
    shell: (script, env = {}) => {
      const { HOME, PATH } = process.env;
      const result = spawnSync('bash', ['-c', script], {
        cwd: folder,
        encoding: 'utf8',
        env: { HOME, PATH: `${at('bin')}:${PATH ?? ''}`, BARTIZAN_BIN: program, ROOT, ...env },
      });
      return { status: result.status, out: result.stdout, err: result.stderr };
    },
  };
}
