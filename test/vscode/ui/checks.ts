import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { DIAGRAM_CHECKS } from './diagram-checks.ts';
import { REPORT_CHECKS } from './report-checks.ts';
import {
  goToProblem,
  hoverWith,
  languageName,
  openFromExplorer,
  openQuickFixes,
  problemRow,
  runPaletteCommand,
  showProblemsOf,
  suggestion,
  takeQuickFix,
  takeSuggestion,
  waitForSquiggle,
} from './workbench.ts';

export interface UiCheck {
  readonly name: string;
  readonly run: (page: Page) => Promise<void>;
}

export const UI_WORKSPACE = 'test/vscode/fixtures/ws';

const DESCRIPTOR = 'unscreened.genai.yaml';
const RULE = 'unscreened-untrusted-prompt';
const CONTROL = 'prompt-injection-filter';

/** In order: each goes on where the one before it has left the workbench. */
export const UI_CHECKS: readonly UiCheck[] = [
  {
    name: 'a descriptor opens and shows squiggles',
    run: async (page) => {
      await openFromExplorer(page, DESCRIPTOR);
      await waitForSquiggle(page);
    },
  },
  {
    name: 'the file keeps the language YAML',
    run: async (page) => assert.equal(await languageName(page), 'YAML'),
  },
  {
    name: 'the Problems view lists the finding',
    run: async (page) => {
      await showProblemsOf(page, DESCRIPTOR);
      await problemRow(page, RULE).waitFor();
    },
  },
  {
    name: 'a quick fix is offered at the finding',
    run: async (page) => {
      await goToProblem(page, RULE);
      await openQuickFixes(page, CONTROL);
    },
  },
  {
    name: 'the quick fix closes the finding',
    run: async (page) => {
      await takeQuickFix(page, CONTROL);
      await problemRow(page, RULE).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a hover tells what reaches an element',
    run: async (page) => {
      await runPaletteCommand(page, 'Show or Focus Hover');
      await hoverWith(page, 'Trust: untrusted').waitFor();
    },
  },
  {
    name: 'completion writes an accepted risk',
    run: async (page) => {
      await page.keyboard.press('Escape'); // the popup
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('accepted-r');
      await suggestion(page, 'accepted-risks').waitFor();
      await page.keyboard.press('Enter');
      await suggestion(page, 'uncapped-model-use@').waitFor();
      await takeSuggestion(page, 'uncapped-model-use@');
      await problemRow(page, 'uncapped-model-use').waitFor({ state: 'detached' });
    },
  },
  ...DIAGRAM_CHECKS,
  ...REPORT_CHECKS,
];
