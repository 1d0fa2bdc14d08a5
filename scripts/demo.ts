// npm start: shows what Bartizan finds in the examples; then, on a terminal, opens them in an editor in which the
// extension runs. `npm start -- --browser` takes the editor in the browser even where there is a `code` command.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './lib/build.ts';
import { openInBrowser, openInDesktop } from './lib/editor.ts';
import { runScript } from './lib/lifecycle.ts';
import { ROOT } from './lib/project.ts';

const EXAMPLES = 'examples';
const CLI = path.join('dist', 'cli.cjs');

const { values } = parseArgs({ options: { browser: { type: 'boolean', default: false } } });

await runScript(async () => {
  await ensureBuilt('production');
  for (const file of [CLI, EXAMPLES]) {
    if (!fs.existsSync(path.join(ROOT, file))) {
      console.error(`${file} is not there: nothing to show`);
      return 1;
    }
  }
  console.log(`\n$ bartizan check ${EXAMPLES}/*.genai.yaml --fail-on never   # without every-rule*\n`);
  const status = checkExamples();
  if (status !== 0 || process.env.CI || !process.stdout.isTTY) {
    return status;
  }
  const folder = path.join(ROOT, EXAMPLES);
  return !values.browser && openInDesktop(folder) ? 0 : openInBrowser(folder);
});

/** All but the examples that set off every rule: their findings would bury the others. */
function checkExamples(): number {
  const files = fs
    .readdirSync(path.join(ROOT, EXAMPLES))
    .filter((name) => name.endsWith('.genai.yaml') && !name.startsWith('every-rule'))
    .map((name) => path.join(EXAMPLES, name));
  const args = [CLI, 'check', ...files, '--fail-on', 'never'];
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}
