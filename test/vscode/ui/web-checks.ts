import assert from 'node:assert/strict';
import type { UiCheck } from './checks.ts';
import { panelOf, waitForPicture } from './diagram-panel.ts';
import { reportFrame } from './report-panel.ts';
import { openFromExplorer, runPaletteCommand, waitForSquiggle } from './workbench.ts';

/** Sends the extension to the host in the page, where its server and its layout are Web Workers. */
export const IN_WEB_HOST = { 'remote.extensionKind': { 'bartizan.bartizan': ['web'] } };

/** In the web host; in order, as all UI checks. */
export const WEB_CHECKS: readonly UiCheck[] = [
  {
    name: 'the web extension finds what is missing',
    run: async (page) => {
      await openFromExplorer(page, 'drawn.genai.yaml');
      await waitForSquiggle(page);
      const workers = page.workers().map((worker) => worker.evaluate('globalThis.name'));
      const names = await Promise.all(workers);
      assert.ok(
        names.some((name) => String(name).startsWith('ExtensionHostWorker -> ')),
        `the server is no worker of the web host: ${names.join(', ')}`,
      );
    },
  },
  {
    name: 'the web extension lays the diagram out',
    run: async (page) => {
      await page.locator('.editor-actions [aria-label*="Open Data-Flow Diagram"]').first().click();
      await waitForPicture(page);
      assert.equal(await panelOf(page).locator('#notes').innerText(), '');
    },
  },
  {
    name: 'the web extension shows the threat report',
    run: async (page) => {
      await runPaletteCommand(page, 'Bartizan: Show Threat Report');
      const report = await reportFrame(page);
      assert.equal(await report.locator('figure.diagram svg .node').count(), 4);
    },
  },
];
