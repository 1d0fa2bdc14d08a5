import fs from 'node:fs';
import path from 'node:path';
import { ensureCodeServer } from './code-server-install.ts';
import { tempDir } from './folders.ts';
import { onEnd } from './lifecycle.ts';
import type { PipedChild } from './processes.ts';
import { runCommand, startGroup, stopGroup } from './processes.ts';

type Settings = Readonly<Record<string, unknown>>;

/** User settings that keep the workbench quiet: no look-ups, no suggestions, no windows of another day, no saving. */
const QUIET: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off', // in a browser, VS Code saves a second after every edit, and tests share their files
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.localHistory.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export interface StartOptions {
  readonly extensionsDir?: string;
  readonly settings?: Settings;
  readonly env?: Readonly<Record<string, string>>;
  /** Needed for the URL's payload (extension-host suite). Without it, the workbench is exactly what a user gets. */
  readonly smokeTestDriver?: boolean;
  /** End the server after ten minutes without a window, in case this process is killed and cannot clean up. */
  readonly endWhenIdle?: boolean;
}

export interface RunningServer {
  readonly authority: string;
  readonly url: string;
  readonly vscodeVersion: string;
  readonly log: () => string;
}

/** Writes the user settings of a test; to be done before VS Code starts. */
export function writeSettings(userDataDir: string, extra: Settings = {}): void {
  const dir = path.join(userDataDir, 'User');
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'settings.json'), JSON.stringify({ ...QUIET, ...extra }, null, 2));
}

/** Starts code-server on a free loopback port. Everything it writes is in a temporary folder. */
export async function startCodeServer(options: StartOptions = {}): Promise<RunningServer> {
  const { node, entry, vscodeVersion } = await ensureCodeServer();
  const temp = tempDir('bcs-');
  const userDataDir = path.join(temp, 'u');
  writeSettings(userDataDir, options.settings);

  const args = [
    ...[entry, '--config', writeConfig(temp), '--auth', 'none', '--bind-addr', '127.0.0.1:0'],
    ...['--user-data-dir', userDataDir, '--extensions-dir', options.extensionsDir ?? path.join(temp, 'e')],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    '--ignore-last-opened',
  ];
  // Older versions have neither option. They honour the payload without the smoke test driver.
  const known = fs.readFileSync(path.join(path.dirname(entry), 'cli.js'), 'utf8');
  if (options.smokeTestDriver === true && known.includes('"vscode-option"')) {
    args.push('--vscode-option', 'enable-smoke-test-driver');
  }
  if (options.endWhenIdle !== false && known.includes('"idle-timeout-seconds"')) {
    args.push('--idle-timeout-seconds', '600');
  }

  const child = startGroup(node, args, { env: serverEnv(options.env) });
  onEnd(() => stopGroup(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const authority = `127.0.0.1:${await listeningPort(child, () => output)}`;
  return { authority, url: `http://${authority}`, vscodeVersion, log: () => output };
}

/** Installs a packaged extension into `extensionsDir`, as a user would. */
export async function installVsix(vsix: string, extensionsDir: string): Promise<void> {
  const { node, entry } = await ensureCodeServer();
  const temp = tempDir('bcs-');
  const args = [
    ...[entry, '--config', writeConfig(temp), '--user-data-dir', path.join(temp, 'u')],
    ...['--extensions-dir', extensionsDir, '--install-extension', vsix, '--force'],
  ];
  await runCommand(node, args, { env: serverEnv() });
}

/** A configuration of our own: without one, code-server writes into the user's configuration folder. */
function writeConfig(dir: string): string {
  const file = path.join(dir, 'config.yaml');
  fs.writeFileSync(file, 'auth: none\n');
  return file;
}

/** What a VS Code terminal or an outer npm run leaves in the environment changes what the server does. */
function serverEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const drop = /^(VSCODE_|ELECTRON_|npm_|CODE_SERVER_|NODE_OPTIONS$|PORT$|PASSWORD$|HASHED_PASSWORD$)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !drop.test(key)));
  return { ...env, EXTENSIONS_GALLERY: '{}', ...extra }; // {}: no look-ups in an extension gallery
}

/** Waits for the line that tells the port which the system has chosen. */
function listeningPort(child: PipedChild, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(timer);
      reject(new Error(`code-server ${reason}:\n${output()}`));
    };
    const timer = setTimeout(() => fail('did not start within 60 s'), 60_000);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`ended with ${code ?? signal ?? 'no exit code'}`));
    child.stdout.on('data', () => {
      const port = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)\//.exec(output())?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(port);
      }
    });
  });
}
