// The extension-host suite as JavaScript: one CommonJS file for the entry and for each test file.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './project.ts';

export const SUITE_WORKSPACE = 'test/vscode/fixtures/ws';

const SOURCE = path.join(ROOT, 'test', 'vscode', 'suite');
const OUT = path.join(ROOT, 'out', 'suite');

/** Bundles the suite and returns its entry, which VS Code loads. */
export async function buildSuite(): Promise<string> {
  fs.rmSync(OUT, { recursive: true, force: true });
  const tests = fs.readdirSync(SOURCE).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => path.join(SOURCE, name)),
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(OUT, 'index.cjs');
}
