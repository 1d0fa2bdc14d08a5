// Entry of the extension-host suite, for code-server and for the desktop alike: VS Code calls run().
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Runs every test file beside this one; rejects when a test failed or none ran. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    color: false,
    timeout: 30_000,
    ...(process.env.SUITE_GREP ? { grep: process.env.SUITE_GREP } : {}),
  });
  // Mocha's own loading uses `import()`, for which VS Code does not answer `vscode` in every version.
  const load = createRequire(__filename);
  for (const file of testFiles()) {
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    load(file);
  }
  const results = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run((failures) => resolve({ passes: runner.stats?.passes ?? 0, failures }));
  });

  // The runner reads this file: without it, "VS Code ended" could be mistaken for "all passed".
  if (process.env.SUITE_RESULTS) {
    fs.writeFileSync(process.env.SUITE_RESULTS, JSON.stringify(results));
  }
  if (results.failures > 0) {
    throw new Error(`${results.failures} of the tests failed`);
  }
  if (results.passes === 0) {
    throw new Error('no test ran');
  }
}

function testFiles(): string[] {
  return fs
    .readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.cjs'))
    .sort()
    .map((name) => path.join(__dirname, name));
}
