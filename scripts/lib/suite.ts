// Runs the extension-host suite in a workbench page and gathers its results.
import fs from 'node:fs';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import type { Tally } from './lifecycle.ts';
import { EXIT } from './lifecycle.ts';
import { readJson } from './project.ts';

/** What the suite's entry writes to the file SUITE_RESULTS. */
export interface SuiteResults {
  readonly passes: number;
  readonly failures: number;
}

/**
 * What VS Code logs at every start. The first line is about native modules that were left out on purpose (file logs,
 * watchdog of the parent process): VS Code goes on without them.
 */
const NOISE = new RegExp(
  [
    'Could not locate the bindings file|build/Release/watchdog|spdlog',
    '^Resolv(ing|ed) connection token|^Creating a socket|^\\[reconnection-grace-time\\]',
    '^(Ignoring fetching|Updating) additional builtin extensions',
    '^\\[(Service Worker|\\w+Gate|\\w+Host:remote)\\]',
    "authentication provider 'github'",
    'User/settings.json|^unknown document', // the workbench's own editor models, opened and closed in a hurry
  ].join('|'),
);

/** Opens `url`, waits until VS Code has run the suite that the URL asks for, and returns the code it ends with. */
export async function runSuiteInPage(page: Page, url: string): Promise<number> {
  const timeoutMs = Number(process.env.SUITE_TIMEOUT ?? 180_000);
  const { promise: exited, resolve: exit } = withResolver<number>();
  let hasEnded = false;

  // VS Code calls these two functions of the page when it runs tests.
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const text = format(...args);
    if (process.env.TEST_VERBOSE || (!hasEnded && !NOISE.test(text))) {
      console.log(text);
    }
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    hasEnded = true; // what is logged from here on is about VS Code closing
    exit(code);
  });
  // These have no effect when the suite has ended before.
  page.on('crash', () => exit(EXIT.failed));
  page.on('close', () => exit(EXIT.failed));

  const timer = setTimeout(() => {
    console.error(`the suite did not end within ${timeoutMs} ms`);
    exit(EXIT.timedOut);
  }, timeoutMs);
  try {
    await page.goto(url);
    return await exited;
  } finally {
    clearTimeout(timer);
  }
}

/** A suite that reported nothing, or a bad exit code, counts as failed: "VS Code ended" is not "all passed". */
export function tallySuite(code: number, resultsFile: string): Tally {
  if (!fs.existsSync(resultsFile)) {
    console.error('the suite reported no results');
    return { passed: 0, failed: 1, code: code || EXIT.failed };
  }
  const { passes, failures } = readJson(resultsFile) as SuiteResults;
  const failed = failures || (code === 0 ? 0 : 1);
  return { passed: passes, failed, code: code || (failed > 0 ? EXIT.failed : EXIT.passed) };
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
