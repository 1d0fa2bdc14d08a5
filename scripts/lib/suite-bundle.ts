// The extension-host suites as JavaScript: one CommonJS file for the entry and for each test file.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './project.ts';

export const SUITE_WORKSPACE = 'test/vscode/fixtures/ws';

/** `beside-yaml` runs beside the test's YAML extension, `suite` runs alone. */
type Suite = 'suite' | 'beside-yaml';

const SOURCE = path.join(ROOT, 'test', 'vscode');
const OUT = path.join(ROOT, 'out');

/** Bundles a suite and returns its entry, which VS Code loads. */
export async function buildSuite(suite: Suite = 'suite'): Promise<string> {
  const out = path.join(OUT, suite);
  const tests = fs.readdirSync(path.join(SOURCE, suite)).filter((name) => name.endsWith('.test.ts'));
  await bundle(
    [path.join(SOURCE, 'suite', 'index.ts'), ...tests.map((name) => path.join(SOURCE, suite, name))],
    out,
  );
  return path.join(out, 'index.cjs');
}

/** Bundles the YAML extension of the tests into a folder, from which VS Code can load it. */
export async function buildYamlExtension(folder: string): Promise<void> {
  const source = path.join(SOURCE, 'yaml-extension');
  await bundle([path.join(source, 'extension.ts')], folder);
  fs.copyFileSync(path.join(source, 'package.json'), path.join(folder, 'package.json'));
}

async function bundle(entryPoints: readonly string[], outdir: string): Promise<void> {
  fs.rmSync(outdir, { recursive: true, force: true });
  await build({
    // By name: the entry and the tests need not come from one folder.
    entryPoints: Object.fromEntries(entryPoints.map((file) => [path.basename(file, '.ts'), file])),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}
