import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { buildGraph } from '../../../server/diagram/graph/build-graph.ts';
import { placeInRows } from '../../../server/diagram/place/row-layout.ts';
import { renderSvg } from '../../../server/diagram/svg/render-svg.ts';
import { htmlReport } from '../../../server/report/threat/html/html-report.ts';
import { someAnalysis } from '../../report/some-system.ts';
import type { UiCheck } from './checks.ts';
import { cursorLine } from './diagram-panel.ts';
import { faultsOf, reportFrame } from './report-panel.ts';
import { openFromExplorer, runPaletteCommand, waitForSquiggle } from './workbench.ts';

const DESCRIPTOR = 'drawn.genai.yaml';
const editorText = '.editor-instance .monaco-editor .view-lines';
const flowCount = '.figures div:nth-child(2) dd';

/** The report in the editor by real mouse and keys; in order, as all UI checks. */
export const REPORT_CHECKS: readonly UiCheck[] = [
  {
    name: 'the command palette shows the threat report',
    run: async (page) => {
      page.on('dialog', () => assert.fail('a name of the descriptor ran as a script'));
      // Closing would ask about what the checks before have typed.
      await runPaletteCommand(page, 'File: Save All');
      await runPaletteCommand(page, 'View: Close All Editors');
      await openFromExplorer(page, DESCRIPTOR);
      await waitForSquiggle(page);
      await runPaletteCommand(page, 'Bartizan: Show Threat Report');
      const report = await reportFrame(page);
      assert.ok((await report.locator('#register-table tbody tr').count()) > 5);
      await page.locator(`.tab[aria-label*="Report ${DESCRIPTOR}"]`).waitFor();
    },
  },
  {
    name: 'hostile names are text in the report',
    run: async (page) => {
      const report = await reportFrame(page);
      assert.equal(await report.locator('h1').innerText(), '<img src=x onerror=alert(1)>');
      assert.equal(await report.locator('#report :is(img, script, iframe, [onload], [onerror])').count(), 0);
    },
  },
  {
    name: 'the report is accessible',
    run: async (page) => assert.deepEqual(await faultsOf(await reportFrame(page)), []),
  },
  {
    name: 'the page is accessible on its own, in light and in dark',
    run: async (page) => {
      const alone = await page.context().newPage();
      const analysis = someAnalysis();
      const picture = renderSvg(placeInRows(buildGraph(analysis)), { theme: 'editor', frame: 'sheet' });
      await alone.setContent(htmlReport(analysis, picture, { edition: '2025', version: '1.0.0' }));
      for (const colorScheme of ['light', 'dark'] as const) {
        await alone.emulateMedia({ colorScheme });
        assert.deepEqual(await faultsOf(alone.mainFrame()), [], colorScheme);
      }
      await alone.close();
    },
  },
  {
    name: 'a finding of the report leads to its line',
    run: async (page) => {
      const report = await reportFrame(page);
      const line = report.locator('tr[data-finding$="@bot"] > td > button[data-line]').first();
      await line.click();
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      const named = Number((await line.innerText()).replace('line ', ''));
      await until(page, async () => (await cursorLine(page)) === named);
    },
  },
  {
    name: 'the title of a finding leads to its line by a click, and Enter on the line too',
    run: async (page) => {
      const report = await reportFrame(page);
      const row = report.locator('tr[data-finding$="@llm"]').first();
      const named = Number(await row.locator('> td > button[data-line]').getAttribute('data-line'));
      await row.locator('.title').click();
      await until(page, async () => (await cursorLine(page)) === named);
      const other = report.locator('tr[data-finding$="@bot"] > td > button[data-line]').first();
      await other.focus();
      await page.keyboard.press('Enter');
      const second = Number(await other.getAttribute('data-line'));
      assert.notEqual(second, named);
      await until(page, async () => (await cursorLine(page)) === second);
    },
  },
  {
    name: 'the report follows the typing, and stays as it was read',
    run: async (page) => {
      const report = await reportFrame(page);
      await report.locator('select[name="status"]').selectOption('open');
      await report.getByRole('searchbox').fill('bot');
      await report.getByRole('button', { name: 'Finding' }).click();
      const row = report.locator('tr[data-finding$="@bot"]').nth(1);
      const finding = `tr[data-finding="${(await row.getAttribute('data-finding')) ?? ''}"]`;
      await row.locator('summary').click();
      await row.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
      const placeBefore = await report.locator(finding).boundingBox();
      const flows = Number(await report.locator(flowCount).innerText());
      await page.locator(editorText).getByText('recall').first().click();
      await page.keyboard.press('End');
      await page.keyboard.type('\nreply: { from: bot, to: customer, purpose: response }');
      await until(page, async () => Number(await report.locator(flowCount).innerText()) === flows + 1);
      assert.equal(await report.getByRole('searchbox').inputValue(), 'bot');
      assert.equal(await report.locator('select[name="status"]').inputValue(), 'open');
      assert.match(await report.locator('output[name="shown"]').innerText(), /^\d+ of \d+$/);
      assert.equal(await report.locator('th[data-key="title"]').getAttribute('aria-sort'), 'ascending');
      assert.equal(await report.locator(`${finding} details[open]`).count(), 1);
      const placeAfter = await report.locator(finding).boundingBox();
      assert.ok(placeBefore && placeAfter && Math.abs(placeBefore.y - placeAfter.y) < 3, 'it jumped');
    },
  },
  {
    name: 'the last good report stays over a syntax error',
    run: async (page) => {
      const report = await reportFrame(page);
      const flows = await report.locator(flowCount).innerText();
      await page.keyboard.type(' ]');
      await report.locator('#stale').waitFor();
      assert.equal(await report.locator(flowCount).innerText(), flows);
      for (let count = 0; count < 2; count += 1) await page.keyboard.press('Backspace');
      await report.locator('#stale').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'the report is saved in the form its name says, and opened',
    run: async (page) => {
      await runPaletteCommand(page, 'Bartizan: Save Threat Report');
      const input = page.locator('.quick-input-widget .quick-input-box input').first();
      await until(page, async () => (await input.inputValue()).endsWith('drawn.report.html'));
      await input.fill((await input.inputValue()).replace(/html$/, 'md'));
      await page.keyboard.press('Enter');
      const notice = page.locator('.notifications-toasts .notification-list-item', {
        hasText: 'Threat report written to drawn.report.md',
      });
      await notice.waitFor();
      await notice.getByRole('button', { name: 'Open' }).click();
      await page.locator('.tab.active[data-resource-name="drawn.report.md"]').waitFor();
      await page.locator(editorText).getByText('Threat report').first().waitFor();
    },
  },
  {
    name: 'the report is back after a reload, as it was read',
    run: async (page) => {
      // A workbench in a browser that is closed at once may lose its last moments, and then says nothing of ours.
      for (let attempt = 1; attempt === 1 || (attempt <= 4 && !(await isReadAsBefore(page))); attempt += 1) {
        await narrowToBot(page);
        await page.waitForTimeout(attempt * 1_000);
        await page.reload();
        await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
      }
      assert.ok(await isReadAsBefore(page));
    },
  },
];

async function narrowToBot(page: Page): Promise<void> {
  const report = await reportFrame(page);
  await report.getByRole('searchbox').fill('bot');
  const details = report.locator('tr[data-finding$="@bot"] details').nth(1);
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
}

async function isReadAsBefore(page: Page): Promise<boolean> {
  const report = await reportFrame(page);
  const words = await report.getByRole('searchbox').inputValue();
  return words === 'bot' && (await report.locator('#register-table details[open]').count()) > 0;
}

/** Asks again until it is so: for what the editor does in its own time. */
async function until(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about within 15 s');
    await page.waitForTimeout(50);
  }
}
