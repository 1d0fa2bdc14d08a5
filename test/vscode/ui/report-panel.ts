// What the UI test sees of the report panel.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const FIRST_TIME_MS = 60_000;

/** The page of the report, once there is a report in it. A panel that was hidden has a new one. */
export async function reportFrame(page: Page): Promise<Frame> {
  const deadline = Date.now() + FIRST_TIME_MS;
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      const found = await frame
        .locator('#report h1')
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error('there is no report');
}

/** Rules of accessibility that a page breaks, in words. */
export async function faultsOf(frame: Frame): Promise<readonly string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await frame.evaluate(fs.readFileSync(axe, 'utf8'));
  const { violations } = await frame.evaluate<AxeResults>('axe.run(document)');
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('; ')}`,
  );
}
