// The window of the tests: Chromium from a Debian package, driven by playwright-core.
import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { NotAvailable, messageOf, onEnd } from './lifecycle.ts';
import { runCommand } from './processes.ts';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium-browser', // last: on Ubuntu it may be a stub that only points to the snap
];

const ARGS = [
  '--no-sandbox', // Chromium's sandbox does not run as root, nor in most containers
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Opens a headless window. Throws `NotAvailable` when there is no Chromium and none can be installed. */
export async function openWindow(): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ARGS,
    // By default Playwright exits the process on a signal, before the clean-up is done.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  onEnd(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error('page error:', error.message));
  if (process.env.TEST_VERBOSE) {
    page.on('console', (message) => console.log('page:', message.text().slice(0, 400)));
    page.on('requestfailed', (request) =>
      console.log('request failed:', request.url(), request.failure()?.errorText),
    );
  }
  return page;
}

/** CHROMIUM_PATH wins. As root, or with password-less sudo in CI, installs the Debian package when there is none. */
async function ensureChromium(): Promise<string> {
  const found = (await findChromium()) ?? (await installChromium());
  if (found === undefined) {
    throw new NotAvailable('no Chromium: `apt-get install chromium fonts-liberation`, or set CHROMIUM_PATH');
  }
  return found;
}

async function findChromium(): Promise<string | undefined> {
  const given = process.env.CHROMIUM_PATH;
  for (const file of given ? [given] : CANDIDATES) {
    if (fs.existsSync(file) && (await works(file))) {
      return file;
    }
  }
  if (given) {
    throw new NotAvailable(`CHROMIUM_PATH does not name a Chromium that runs: ${given}`);
  }
  return undefined;
}

async function works(file: string): Promise<boolean> {
  try {
    await runCommand(file, ['--version']);
    return true;
  } catch {
    return false;
  }
}

async function installChromium(): Promise<string | undefined> {
  const isRoot = process.getuid?.() === 0;
  if (!fs.existsSync('/usr/bin/apt-get') || !(isRoot || process.env.CI)) {
    return undefined;
  }
  console.log('installing chromium with apt-get, once');
  const apt = (...args: readonly string[]) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return isRoot ? runCommand('env', command.slice(1)) : runCommand('sudo', ['-n', ...command]);
  };
  try {
    await apt('update', '-qq');
    await apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation');
  } catch (error) {
    throw new NotAvailable(`Chromium could not be installed: ${messageOf(error)}`);
  }
  return findChromium();
}
