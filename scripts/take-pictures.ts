// npm run pictures: makes the pictures of the README from the packaged extension in a real VS Code, so that they
// show what the extension really does. Look at them before you commit them.
import fs from 'node:fs';
import path from 'node:path';
import {
  goToProblem,
  openFromExplorer,
  openWorkbench,
  runPaletteCommand,
  waitForSquiggle,
} from '../test/vscode/ui/workbench.ts';
import { openWindow } from './lib/chromium.ts';
import { installVsix, startCodeServer } from './lib/code-server.ts';
import { tempDir } from './lib/folders.ts';
import { EXIT, runScript } from './lib/lifecycle.ts';
import { ROOT, VSIX } from './lib/project.ts';

const PICTURES = path.join(ROOT, 'docs', 'images');
const SUBJECT = 'tool-agent.genai.yaml';

await runScript(async () => {
  if (!fs.existsSync(VSIX)) throw new Error('`npm run package` makes the extension first');
  const extensionsDir = tempDir('bex-');
  await installVsix(VSIX, extensionsDir);
  const { url } = await startCodeServer({ extensionsDir });
  const folder = path.join(tempDir('rws-'), 'payments');
  fs.mkdirSync(folder);
  fs.copyFileSync(path.join(ROOT, 'examples', SUBJECT), path.join(folder, SUBJECT));
  fs.mkdirSync(PICTURES, { recursive: true });

  const page = await openWindow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await openWorkbench(page, url, folder);
  await openFromExplorer(page, SUBJECT);
  await waitForSquiggle(page);
  await runPaletteCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
  const first = page.locator('.markers-panel .monaco-list-row', { hasText: 'bartizan' }).first();
  await goToProblem(page, (await first.innerText()).slice(0, 40).split('\n')[0] ?? '');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await page.locator('.monaco-hover').first().waitFor();
  await page.screenshot({ path: path.join(PICTURES, 'editor.png') });

  await page.keyboard.press('Escape');
  await runPaletteCommand(page, 'View: Toggle Panel Visibility');
  await runPaletteCommand(page, 'Bartizan: Open Data-Flow Diagram to the Side');
  await page
    .locator('iframe.webview')
    .contentFrame()
    .frameLocator('iframe#active-frame')
    .locator('svg')
    .first()
    .waitFor();
  await page.screenshot({ path: path.join(PICTURES, 'diagram.png') });
  return EXIT.passed;
});
