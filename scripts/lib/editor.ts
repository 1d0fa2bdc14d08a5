// Opens a folder in a VS Code in which Bartizan runs: the desktop one, or code-server in the browser.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installVsix, startCodeServer } from './code-server.ts';
import { tempDir } from './folders.ts';
import { NotAvailable } from './lifecycle.ts';
import { runCommand } from './processes.ts';
import { ROOT, VSIX } from './project.ts';

/** False where there is no `code` command, or it does not want to. */
export function openInDesktop(folder: string): boolean {
  const shell = process.platform === 'win32'; // there, `code` is a batch file
  const { status } = spawnSync('code', [`--extensionDevelopmentPath=${ROOT}`, folder], { shell });
  if (status === 0) {
    console.log(`\nVisual Studio Code opens ${folder} with the extension running.`);
  }
  return status === 0;
}

/** Serves VS Code until Ctrl+C. */
export async function openInBrowser(folder: string): Promise<number> {
  if (process.platform === 'win32') {
    throw new NotAvailable(
      'no `code` command: install Visual Studio Code and open this folder in it, then press F5',
    );
  }
  console.log('\nNo `code` command here: VS Code opens in the browser instead.');
  await runCommand('npm', ['run', '--silent', 'package'], { cwd: ROOT });
  const extensionsDir = tempDir('bex-');
  await installVsix(VSIX, extensionsDir);
  const { url } = await startCodeServer({ extensionsDir, endWhenIdle: false });
  console.log(`\n  ${url}/?folder=${encodeURIComponent(path.resolve(folder))}\n\nCtrl+C ends it.`);
  return new Promise(() => undefined); // a signal ends the process, and what it started with it
}
