import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { compileCatalogFolder } from '../../scripts/generate/compile-catalog.ts';
import { ROOT } from '../../scripts/lib/project.ts';

/** The command line as a program of its own, for what only a process shows: pipes, signals, scripts that call it. */
export async function bundleCli(): Promise<{ readonly program: string; dispose(): void }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bartizan-program-'));
  const program = path.join(folder, 'cli.cjs');
  await build({
    entryPoints: [path.join(ROOT, 'server/cli/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  });
  fs.chmodSync(program, 0o755);
  fs.writeFileSync(path.join(folder, 'catalog.json'), await compileCatalogFolder());
  return { program, dispose: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
