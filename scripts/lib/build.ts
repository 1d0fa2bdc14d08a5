// Bundles the extension, the language server, the command line and the pages of the panels into dist/.
import fs from 'node:fs';
import path from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import { build as esbuild } from 'esbuild';
import { compileCatalogFolder } from '../generate/compile-catalog.ts';
import { isCurrent, sourceHash, writeStamp } from './build-stamp.ts';
import { ROOT } from './project.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

const DIST = path.join(ROOT, 'dist');

/** `production` minifies; `development` has source maps instead. */
export type BuildMode = 'production' | 'development';

interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly options: BuildOptions;
}

const NODE: BuildOptions = { platform: 'node', format: 'cjs', target: 'node20' };
const BROWSER: BuildOptions = { platform: 'browser', format: 'iife', target: 'chrome130' };

const BUNDLES: readonly Bundle[] = [
  { from: 'client/extension.ts', to: 'extension.cjs', options: { ...NODE, external: ['vscode'] } },
  {
    // Not `.js`: VS Code's web host takes that for an ES module, which it cannot load.
    from: 'client/extension-web.ts',
    to: 'extension-web.cjs',
    options: { ...BROWSER, format: 'cjs', external: ['vscode'] },
  },
  { from: 'server/lsp/node.ts', to: 'server.cjs', options: NODE },
  { from: 'server/lsp/browser.ts', to: 'server-worker.js', options: BROWSER },
  {
    from: 'server/cli/main.ts',
    to: 'cli.cjs',
    options: { ...NODE, banner: { js: '#!/usr/bin/env node' } },
  },
  { from: 'server/diagram/layout-worker.ts', to: 'layout-worker.cjs', options: NODE },
  { from: 'server/diagram/layout-worker-web.ts', to: 'layout-worker.js', options: BROWSER },
  { from: 'client/webview/main.ts', to: 'webview/main.js', options: BROWSER },
  { from: 'client/webview/main.css', to: 'webview/main.css', options: BROWSER },
  { from: 'client/report/page/main.ts', to: 'webview/report.js', options: BROWSER },
  { from: 'client/report/page/main.css', to: 'webview/report.css', options: BROWSER },
];

/** Builds unless dist/ is already what the sources make. A `production` build serves where `development` would. */
export async function ensureBuilt(mode: BuildMode): Promise<void> {
  if (!isCurrent(mode)) {
    await build(mode);
  }
}

/** Builds into a folder of its own and puts it in the place of dist/: what is in use meanwhile stays whole. */
export async function build(mode: BuildMode): Promise<void> {
  const start = Date.now();
  const hash = sourceHash();
  fs.mkdirSync(path.join(ROOT, 'out'), { recursive: true });
  const fresh = fs.mkdtempSync(path.join(ROOT, 'out', 'dist-'));
  try {
    const present = BUNDLES.filter(({ from }) => exists(from));
    for (const { from } of BUNDLES.filter((bundle) => !present.includes(bundle))) {
      console.log(`  ${from} is not there: no bundle of it`);
    }
    const metafiles = await Promise.all(present.map((bundle) => buildBundle(bundle, fresh, mode)));
    fs.writeFileSync(path.join(fresh, 'third-party-notices.txt'), thirdPartyNotices(metafiles));
    fs.writeFileSync(path.join(fresh, 'catalog.json'), await compileCatalogFolder());
    makeExecutable(path.join(fresh, 'cli.cjs'));
    fs.chmodSync(fresh, 0o755);
    fs.rmSync(DIST, { recursive: true, force: true });
    fs.renameSync(fresh, DIST);
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
  writeStamp(mode, hash);
  console.log(`built dist/ for ${mode} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

async function buildBundle({ from, to, options }: Bundle, dir: string, mode: BuildMode): Promise<Metafile> {
  const { metafile } = await esbuild({
    entryPoints: [path.join(ROOT, from)],
    outfile: path.join(dir, to),
    absWorkingDir: ROOT,
    bundle: true,
    minify: mode === 'production',
    sourcemap: mode === 'development',
    // The libraries' CommonJS forms wrap `require`, which a bundler cannot follow.
    mainFields: options.platform === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    legalComments: 'none', // third-party-notices.txt has them in full
    logLevel: 'warning',
    ...options,
    metafile: true,
  });
  return metafile;
}

function makeExecutable(file: string): void {
  if (fs.existsSync(file)) {
    fs.chmodSync(file, 0o755);
  }
}

function exists(file: string): boolean {
  return fs.existsSync(path.join(ROOT, file));
}
