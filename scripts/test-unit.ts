// npm run test:unit [-- files…] [-- --grep TEXT]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { runTests } from './lib/lifecycle.ts';
import { ROOT, readJson } from './lib/project.ts';
import { UnitReporter } from './lib/unit-reporter.ts';

const { values, positionals } = parseArgs({
  options: { grep: { type: 'string', short: 'g' } },
  allowPositionals: true,
});

await runTests(async () => {
  const { timeout } = readJson(path.join(ROOT, '.mocharc.json')) as { timeout: number };
  const mocha = new Mocha({ timeout, reporter: UnitReporter, ...values });
  mocha.addFile(path.join(ROOT, 'test', 'support', 'property-seed.ts'));
  for (const file of positionals.length > 0 ? positionals : unitTestFiles()) {
    mocha.addFile(path.resolve(file));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
});

function unitTestFiles(): string[] {
  const tests = path.join(ROOT, 'test');
  return fs
    .readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith(`vscode${path.sep}`))
    .sort()
    .map((file) => path.join(tests, file));
}
