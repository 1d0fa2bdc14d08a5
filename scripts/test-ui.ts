// npm run test:ui: installs the packaged VSIX into code-server and uses the real workbench in headless Chromium.
// Only this test sees what the VSIX really contains (a file lost to .vscodeignore, a missing bundle).
//
// Environment: UI_FAIL (adds a failing check), TEST_VERBOSE, CODE_SERVER_VERSION, BARTIZAN_TEST_CACHE, CHROMIUM_PATH.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { UI_CHECKS, UI_WORKSPACE } from '../test/vscode/ui/checks.ts';
import { openWindow } from './lib/chromium.ts';
import { installVsix, startCodeServer } from './lib/code-server.ts';
import { copyWorkspace, tempDir } from './lib/folders.ts';
import type { Tally } from './lib/lifecycle.ts';
import { runTests } from './lib/lifecycle.ts';
import { ROOT, VSIX } from './lib/project.ts';
import { openWorkbench } from '../test/vscode/ui/workbench.ts';

const SHOTS = path.join(ROOT, 'out', 'screenshots');

/** Proves that a failure reaches the exit code. */
const DELIBERATELY_FAILING = {
  name: 'deliberately failing',
  run: (page: Page) => page.locator('.no-such-element').waitFor({ timeout: 1_000 }),
};

await runTests(async () => {
  if (!fs.existsSync(VSIX)) {
    throw new Error(`${path.relative(ROOT, VSIX)} does not exist: \`npm run package\` makes it`);
  }
  fs.rmSync(SHOTS, { recursive: true, force: true });
  const extensionsDir = tempDir('bex-');
  await installVsix(VSIX, extensionsDir);
  const server = await startCodeServer({ extensionsDir });
  console.log(`VS Code ${server.vscodeVersion} (code-server) with ${path.basename(VSIX)}`);
  const page = await openWindow();
  await openWorkbench(page, server.url, copyWorkspace(UI_WORKSPACE));
  return runChecks(page);
});

/** Each check builds on the one before: the first failure ends the run. */
async function runChecks(page: Page): Promise<Tally> {
  const checks = process.env.UI_FAIL ? [...UI_CHECKS, DELIBERATELY_FAILING] : UI_CHECKS;
  for (const [index, { name, run }] of checks.entries()) {
    const start = Date.now();
    const shot = path.join(SHOTS, `${index + 1}-${name.replaceAll(' ', '-')}.png`);
    try {
      await run(page);
      console.log(`  ok ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      console.error(`  FAILED ${name}; see ${path.relative(ROOT, shot)}`);
      console.error(error);
      return { passed: index, failed: checks.length - index };
    } finally {
      await page.screenshot({ path: shot }).catch(() => undefined);
    }
  }
  return { passed: checks.length, failed: 0 };
}
