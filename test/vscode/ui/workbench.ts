// What the UI test does in the workbench, by keys and clicks as a user would.
import type { Locator, Page } from 'playwright-core';

/** All that the tests know of the workbench's DOM; holds in VS Code 1.100 and 1.139. */
const SELECTORS = {
  workbench: '.monaco-workbench',
  explorerRow: '.explorer-folders-view .monaco-list-row',
  quickInputWidget: '.quick-input-widget',
  quickInput: '.quick-input-widget .quick-input-box input',
  quickInputRow: '.quick-input-widget .quick-input-list .monaco-list-row',
  squiggle: '.squiggly-error, .squiggly-warning, .squiggly-info',
  problem: '.markers-panel .monaco-list-row',
  problemFilter: '.part.panel .viewpane-filter-container input',
  focusedEditor: '.editor-instance .monaco-editor.focused',
  action: '.action-widget .monaco-list-row.action',
  focusedAction: '.action-widget .monaco-list-row.action.focused',
  hover: '.monaco-hover',
  suggestion: '.suggest-widget.visible .monaco-list-row',
  focusedSuggestion: '.suggest-widget.visible .monaco-list-row.focused',
  languageStatus: '.statusbar-item[id="status.editor.mode"]',
} as const;

/** A first activation starts the extension host and the language server. */
const FIRST_TIME_MS = 60_000;

/** `payload` is what VS Code heeds in tests alone. */
export async function openWorkbench(
  page: Page,
  serverUrl: string,
  folder: string,
  payload: readonly (readonly [string, string])[] = [],
): Promise<void> {
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  await page.goto(`${serverUrl}/?${query.toString()}`);
  await page.locator(SELECTORS.workbench).waitFor({ timeout: FIRST_TIME_MS });
  await page.locator(SELECTORS.explorerRow).first().waitFor({ timeout: FIRST_TIME_MS });
}

/** Opens a file by a double click in the explorer, and waits for its tab. */
export async function openFromExplorer(page: Page, name: string): Promise<void> {
  await page.locator(SELECTORS.explorerRow, { hasText: name }).first().dblclick();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

/** Runs a command from the command palette. */
export async function runPaletteCommand(page: Page, title: string): Promise<void> {
  // While it closes it is still visible, but inert, and a key that opens it again is lost.
  await page.locator(SELECTORS.quickInputWidget).waitFor({ state: 'hidden' });
  await page.keyboard.press('F1');
  const input = page.locator(SELECTORS.quickInput).first();
  await input.waitFor({ state: 'visible' });
  await input.fill(`>${title}`);
  await page.locator(SELECTORS.quickInputRow, { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

export async function waitForSquiggle(page: Page): Promise<void> {
  await page.locator(SELECTORS.squiggle).first().waitFor({ timeout: FIRST_TIME_MS });
}

/** Shows the Problems view with those of one file: the server checks the descriptors that nobody has open, too. */
export async function showProblemsOf(page: Page, file: string): Promise<void> {
  await runPaletteCommand(page, 'Problems: Focus on Problems View');
  await page.locator(SELECTORS.problemFilter).first().fill(file);
  await page.getByText(/^Showing \d+ of \d+$/).waitFor();
}

/** A row of the Problems view. */
export function problemRow(page: Page, text: string): Locator {
  return page.locator(SELECTORS.problem, { hasText: text });
}

/** Puts the cursor of the editor on a problem of the Problems view. */
export async function goToProblem(page: Page, text: string): Promise<void> {
  await problemRow(page, text).click({ position: { x: 80, y: 10 } }); // left of the link to the rule's page
  await page.keyboard.press('Enter');
  await page.locator(SELECTORS.focusedEditor).waitFor();
}

/** Language id as the status bar names it. */
export async function languageName(page: Page): Promise<string> {
  return (await page.locator(SELECTORS.languageStatus).innerText()).trim();
}

/** Opens the quick fixes at the cursor and waits for the one with that text in its title. */
export async function openQuickFixes(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+.');
  await page.locator(SELECTORS.action, { hasText: title }).first().waitFor();
}

/** Walks down the open quick fixes to the one with that text in its title, and takes it. */
export async function takeQuickFix(page: Page, title: string): Promise<void> {
  const count = await page.locator(SELECTORS.action).count();
  for (let moves = 0; moves < count; moves += 1) {
    const focused = await page.locator(SELECTORS.focusedAction).first().innerText();
    if (focused.includes(title)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrow keys do not reach the quick fix "${title}"`);
}

/** The popup over the text that says this. */
export function hoverWith(page: Page, text: string): Locator {
  return page.locator(SELECTORS.hover, { hasText: text });
}

/** An item of the open list of suggestions. */
export function suggestion(page: Page, text: string): Locator {
  return page.locator(SELECTORS.suggestion, { hasText: text }).first();
}

/** Walks down the open list of suggestions to the one with that text, and takes it. */
export async function takeSuggestion(page: Page, text: string): Promise<void> {
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    if ((await page.locator(SELECTORS.focusedSuggestion).innerText()).includes(text)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrow keys do not reach the suggestion "${text}"`);
}

const MOST_MOVES = 30;
