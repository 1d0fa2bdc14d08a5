// npm run package: the VSIX in out/; and what it and the npm package hold, compared to what they should hold.
import fs from 'node:fs';
import path from 'node:path';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { ensureBuilt } from './lib/build.ts';
import { runTests } from './lib/lifecycle.ts';
import { npmEnv } from './lib/npm.ts';
import { tryNpmPackage } from './lib/npm-package.ts';
import { NPM_CONTENTS, VSIX_CONTENTS, contentsProblems } from './lib/package-contents.ts';
import { runCommand } from './lib/processes.ts';
import { ROOT, VSIX } from './lib/project.ts';

await runTests(async () => {
  await ensureBuilt('production');
  fs.mkdirSync(path.dirname(VSIX), { recursive: true });
  // No dependencies: everything is bundled, so what package.json names, no package needs at run time.
  await createVSIX({ cwd: ROOT, packagePath: VSIX, dependencies: false, allowMissingRepository: true });
  const problems = [
    ...contentsProblems(VSIX_CONTENTS, await vsixFiles()).map((problem) => `VSIX: ${problem}`),
    ...contentsProblems(NPM_CONTENTS, await npmFiles()).map((problem) => `npm package: ${problem}`),
    ...(await tryNpmPackage()).map((problem) => `npm package: ${problem}`),
  ];
  for (const problem of problems) {
    console.error(`  FAILED ${problem}`);
  }
  return { passed: 1, failed: problems.length };
});

/** Files of the VSIX and their sizes. */
async function vsixFiles(): Promise<Map<string, number>> {
  const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  return new Map(files.map((file) => [file, fs.statSync(path.join(ROOT, file)).size]));
}

/** Files of the npm package and their sizes. */
async function npmFiles(): Promise<Map<string, number>> {
  const output = await runCommand(
    'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: ROOT,
      env: npmEnv(),
    },
  );
  const [pack] = JSON.parse(output) as [{ files: { path: string; size: number }[] }];
  return new Map(pack.files.map(({ path: file, size }) => [file, size]));
}
