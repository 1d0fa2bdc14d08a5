// npm run test:ui: installs the packaged VSIX into code-server and uses the real workbench in headless Chromium, first
// with the extension in Node.js, then in the page, as VS Code for the Web has it. Only this test sees what the VSIX
// really contains (a file lost to .vscodeignore, a missing bundle).
//
// Environment: UI_FAIL (adds a failing check), TEST_VERBOSE, CODE_SERVER_VERSION, BARTIZAN_TEST_CACHE, CHROMIUM_PATH.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { UI_CHECKS, UI_WORKSPACE, type UiCheck } from '../test/vscode/ui/checks.ts';
import { IN_WEB_HOST, WEB_CHECKS } from '../test/vscode/ui/web-checks.ts';
import { openWindow } from './lib/chromium.ts';
import { installVsix, startCodeServer } from './lib/code-server.ts';
import { copyWorkspace, tempDir } from './lib/folders.ts';
import type { Tally } from './lib/lifecycle.ts';
import { runTests } from './lib/lifecycle.ts';
import { MANIFEST, ROOT, VSIX } from './lib/project.ts';
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
  const inNode = await runChecks(await openInNode(extensionsDir), [
    ...UI_CHECKS,
    ...(process.env.UI_FAIL ? [DELIBERATELY_FAILING] : []),
  ]);
  const inPage = await runChecks(await openInPage(extensionsDir), WEB_CHECKS);
  return { passed: inNode.passed + inPage.passed, failed: inNode.failed + inPage.failed };
});

async function openInNode(extensionsDir: string): Promise<Page> {
  const server = await startCodeServer({ extensionsDir });
  console.log(`VS Code ${server.vscodeVersion} (code-server) with ${path.basename(VSIX)}`);
  const page = await openWindow();
  await openWorkbench(page, server.url, copyWorkspace(UI_WORKSPACE));
  return page;
}

/** What is installed in code-server runs in Node.js: only an extension in development can be sent to the page. */
async function openInPage(extensionsDir: string): Promise<Page> {
  const server = await startCodeServer({ settings: IN_WEB_HOST, smokeTestDriver: true });
  console.log('the same in the web host');
  const id = `${MANIFEST.publisher}.${MANIFEST.name}-`;
  const folder = path.join(
    extensionsDir,
    fs.readdirSync(extensionsDir).find((name) => name.startsWith(id)) ?? id,
  );
  const page = await openWindow();
  await openWorkbench(page, server.url, copyWorkspace(UI_WORKSPACE), [
    ['extensionDevelopmentPath', `vscode-remote://${server.authority}${folder}`],
    ['extensionDevelopmentKind', 'web'],
    ['skipWelcome', 'true'],
  ]);
  return page;
}

/** Each check builds on the one before: the first failure ends the run. */
async function runChecks(page: Page, checks: readonly UiCheck[]): Promise<Tally> {
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
