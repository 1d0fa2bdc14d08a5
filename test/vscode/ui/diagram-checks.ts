import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { UiCheck } from './checks.ts';
import {
  accessFaults,
  currentLine,
  cursorLine,
  drawn,
  panelOf,
  pinch,
  placeOf,
  shownWidth,
  waitForPicture,
} from './diagram-panel.ts';
import { openFromExplorer, runPaletteCommand } from './workbench.ts';

const DESCRIPTOR = 'drawn.genai.yaml';
const editorText = '.editor-instance .monaco-editor .view-lines';

/** The panel by real mouse and keys; in order, as all UI checks. */
export const DIAGRAM_CHECKS: readonly UiCheck[] = [
  {
    name: 'the editor title button opens the diagram',
    run: async (page) => {
      page.on('dialog', () => assert.fail('a name of the descriptor ran as a script'));
      if (await page.locator('.part.panel').isVisible()) await page.keyboard.press('Control+j');
      await openFromExplorer(page, DESCRIPTOR);
      await page.locator('.editor-actions [aria-label*="Open Data-Flow Diagram"]').first().click();
      await waitForPicture(page);
      assert.equal(await panelOf(page).locator('#stage .node').count(), 4);
      assert.equal(await panelOf(page).locator('#stage .flow').count(), 3);
    },
  },
  {
    name: 'hostile names are text in the diagram',
    run: async (page) => {
      const panel = panelOf(page);
      assert.equal(await panel.locator('img, #stage script, #stage svg svg, [onload], [onerror]').count(), 0);
      await panel.getByText('url(javascript:alert', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'the diagram is accessible',
    run: async (page) => assert.deepEqual(await accessFaults(page), []),
  },
  {
    name: 'a click in the diagram shows the line',
    run: async (page) => {
      await drawn(page, 'llm').click();
      await until(page, async () => (await currentLine(page)) === 18);
      assert.equal(await panelOf(page).locator('.halo.chosen').count(), 1);
    },
  },
  {
    name: 'arrow keys walk the diagram and Enter goes to the text',
    run: async (page) => {
      await page.keyboard.press('Home');
      await panelOf(page).locator('g[data-id="internet"]:focus').waitFor();
      await page.keyboard.press('ArrowRight');
      await panelOf(page).locator('g[data-id="customer"]:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await until(page, async () => (await cursorLine(page)) === 12);
    },
  },
  {
    name: 'the cursor in the text marks the diagram',
    run: async (page) => {
      await page.locator(editorText).getByText('infer').first().click();
      await panelOf(page).locator('path.halo.cursor').waitFor({ state: 'attached' });
    },
  },
  {
    name: 'the diagram follows the typing and keeps its place',
    run: async (page) => {
      for (let count = 0; count < 3; count += 1) await panelOf(page).locator('#do-out').click();
      await drawn(page, 'bot').click();
      await page.locator(editorText).getByText('recall').first().click();
      await page.keyboard.press('End');
      const before = await placeOf(page, 'bot');
      await page.keyboard.type('\nanswer: { from: bot, to: customer, purpose: response }');
      await drawn(page, 'answer').waitFor({ state: 'attached' });
      assert.equal(await placeOf(page, 'bot'), before);
    },
  },
  {
    name: 'the last good diagram stays over a syntax error',
    run: async (page) => {
      await page.keyboard.type(' ]');
      await panelOf(page).locator('.note.stale').waitFor();
      assert.equal(await panelOf(page).locator('#stage .flow').count(), 4);
      for (let count = 0; count < 2; count += 1) await page.keyboard.press('Backspace');
      await panelOf(page).locator('.note.stale').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a finding offers its quick fix in the diagram',
    run: async (page) => {
      const panel = panelOf(page);
      await drawn(page, 'bot').click();
      await page.keyboard.press('f');
      const fix = panel.locator('#popover .fixes button').first();
      await fix.waitFor();
      const finding = await panel.locator('#popover li .rule').count();
      await fix.click();
      await drawn(page, 'bot').locator('path, text').first().waitFor({ state: 'attached' });
      await until(page, async () =>
        /Findings: \d+ fewer/.test((await panel.locator('#said').textContent()) ?? ''),
      );
      assert.ok(finding > 0);
    },
  },
  {
    name: 'a boundary collapses and opens',
    run: async (page) => {
      const panel = panelOf(page);
      await page.mouse.move(5, 5);
      await panel.locator('g.heading[data-id="backend"] text').first().dblclick();
      await panel.locator('.node.collapsed[data-id="backend"]').waitFor();
      await page.keyboard.press('c');
      await panel.locator('.node.collapsed').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'the slash finds in the diagram',
    run: async (page) => {
      await drawn(page, 'bot').click();
      await page.keyboard.press('/');
      await page.keyboard.type('llm');
      await panelOf(page).locator('.halo.hit').first().waitFor({ state: 'attached' });
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'an attack path is shown alone',
    run: async (page) => {
      const panel = panelOf(page);
      await panel.locator('#do-focus').click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'customer →' }).first().click();
      await panel.locator('.trail .step').first().waitFor({ state: 'attached' });
      await panel.locator('.trail .dot').waitFor({ state: 'visible' });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await panel.locator('.trail .dot').waitFor({ state: 'hidden' });
      await page.emulateMedia({ reducedMotion: null });
      await panel.getByRole('button', { name: 'Show all' }).click();
      await panel.locator('.trail').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'an element is shown with its neighbours alone',
    run: async (page) => {
      const panel = panelOf(page);
      await panel.locator('#do-focus').click();
      await page.locator('.quick-input-widget .quick-input-box input').first().fill('llm · LLM');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'llm · LLM' }).first().click();
      await drawn(page, 'notes').waitFor({ state: 'detached' });
      await drawn(page, 'bot').waitFor();
      await drawn(page, 'llm').waitFor();
      await panel.getByRole('button', { name: 'Show all' }).click();
      await drawn(page, 'notes').waitFor();
    },
  },
  {
    name: 'two fingers zoom the diagram',
    run: async (page) => {
      const before = await settledWidth(page);
      await pinch(page, panelOf(page).locator('#stage'), 2);
      await until(page, async () => Math.abs((await shownWidth(page)) - before / 2) < before / 50);
      await panelOf(page).locator('#do-fit').click();
    },
  },
  {
    name: 'the diagram is written to a file',
    run: async (page) => {
      await panelOf(page).locator('#do-export').click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'SVG' }).first().click();
      const name = page.locator('.quick-input-widget .quick-input-box input').first();
      await until(page, async () => (await name.inputValue()).endsWith('/drawn.svg'));
      await page.keyboard.press('Enter');
      await page.locator('.explorer-folders-view [aria-label^="drawn.svg"]').first().waitFor();
    },
  },
  {
    name: 'the tree has the same model',
    run: async (page) => {
      await runPaletteCommand(page, 'Explorer: Focus on Bartizan Model View');
      await page
        .locator('.pane [role="treeitem"][aria-label*="bot"][aria-label*="worst finding"]')
        .first()
        .waitFor();
    },
  },
];

/** What is shown once it no longer changes: a picture that is drawn anew is fitted a moment later. */
async function settledWidth(page: Page): Promise<number> {
  let width = await shownWidth(page);
  for (let steady = 0; steady < 5;) {
    await page.waitForTimeout(100);
    const next = await shownWidth(page);
    steady = next === width ? steady + 1 : 0;
    width = next;
  }
  return width;
}

/** Asks again until it is so: for what the editor does in its own time. */
async function until(page: Page, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about within 15 s');
    await page.waitForTimeout(50);
  }
}
