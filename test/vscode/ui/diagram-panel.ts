// What the UI test sees of the diagram panel, and does in it by mouse and keys.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

const FIRST_TIME_MS = 60_000;

export function panelOf(page: Page): FrameLocator {
  return page.locator('iframe.webview').contentFrame().frameLocator('iframe#active-frame');
}

/** A drawn element, flow or boundary by its id. */
export function drawn(page: Page, id: string): Locator {
  return panelOf(page).locator(`g[role="img"][data-id="${id}"]`);
}

export async function waitForPicture(page: Page): Promise<void> {
  await panelOf(page).locator('#stage svg .node').first().waitFor({ timeout: FIRST_TIME_MS });
}

/** The middle of an element on the screen, in whole px. */
export async function placeOf(page: Page, id: string): Promise<string> {
  const box = await drawn(page, id).boundingBox();
  assert.ok(box, `${id} is drawn`);
  return `${Math.round(box.x + box.width / 2)} ${Math.round(box.y + box.height / 2)}`;
}

/** How much of the picture the panel is wide, in units of the picture. */
export async function shownWidth(page: Page): Promise<number> {
  const viewBox = await panelOf(page).locator('#stage > svg').getAttribute('viewBox');
  return Number(viewBox?.split(' ')[2]);
}

/** Two fingers in the middle of something go apart, to so many times their distance. */
export async function pinch(page: Page, target: Locator, factor: number): Promise<void> {
  const box = await target.boundingBox();
  assert.ok(box, 'there is something to touch');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const devTools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', away?: number): Promise<unknown> =>
    devTools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: away === undefined ? [] : [-away, away].map((dx, id) => ({ x: x + dx, y, id })),
    });
  await touch('touchStart', 40);
  for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', 40 * (1 + (factor - 1) * share));
  await touch('touchEnd');
  await devTools.detach();
}

export async function cursorLine(page: Page): Promise<number> {
  const status = await page.locator('.statusbar-item[id="status.editor.selection"]').innerText();
  return Number(/Ln (\d+)/.exec(status)?.[1]);
}

/** Line whose number the editor shows as the current one, though another part of the window has the focus. */
export async function currentLine(page: Page): Promise<number> {
  return Number(await page.locator('.line-numbers.active-line-number').first().innerText());
}

/** Rules of accessibility that the panel's page breaks, in words. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  const frame = await panelFrame(page);
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await frame.evaluate(fs.readFileSync(axe, 'utf8'));
  const { violations } = await frame.evaluate<AxeResults>('axe.run(document)');
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('; ')}`,
  );
}

async function panelFrame(page: Page): Promise<Frame> {
  for (const frame of page.frames()) {
    if ((await frame.locator('#stage').count()) > 0) return frame;
  }
  throw new Error('there is no panel');
}
