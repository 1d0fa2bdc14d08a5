// npm run test:desktop: the same suite as test:e2e, in a desktop VS Code (Electron). Takes the VS Code that
// VSCODE_EXECUTABLE names, else downloads one. On Linux it needs a display: `xvfb-run -a npm run test:desktop`.
// Exit code 77 where there is no VS Code to be had.
//
// Environment: VSCODE_EXECUTABLE, VSCODE_VERSION (default stable), SUITE_GREP, BARTIZAN_TEST_CACHE.
import fs from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests as runInVSCode } from '@vscode/test-electron';
import { ensureBuilt } from './lib/build.ts';
import { writeSettings } from './lib/code-server.ts';
import { cacheDir, copyWorkspace, tempDir } from './lib/folders.ts';
import { EXIT, NotAvailable, messageOf, runTests } from './lib/lifecycle.ts';
import { ROOT } from './lib/project.ts';
import { SUITE_WORKSPACE, buildSuite } from './lib/suite-bundle.ts';
import { tallySuite } from './lib/suite.ts';

await runTests(async () => {
  const vscodeExecutablePath = await desktopExecutable();
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new NotAvailable('no display: `xvfb-run -a npm run test:desktop`');
  }
  await ensureBuilt('development');
  const suite = await buildSuite();
  const temp = tempDir('bsd-');
  const resultsFile = path.join(temp, 'results.json');
  const userDataDir = path.join(temp, 'u');
  writeSettings(userDataDir);
  const workspace = copyWorkspace(SUITE_WORKSPACE);
  const code = await runSuite({
    vscodeExecutablePath,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: suite,
    extensionTestsEnv: { SUITE_RESULTS: resultsFile },
    launchArgs: [workspace, '--user-data-dir', userDataDir, '--extensions-dir', path.join(temp, 'e')],
  });
  return tallySuite(code, resultsFile);
});

async function desktopExecutable(): Promise<string> {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given) {
    if (!fs.existsSync(given)) {
      throw new NotAvailable(`VSCODE_EXECUTABLE does not exist: ${given}`);
    }
    return given;
  }
  try {
    return await downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath: path.join(cacheDir(), 'vscode-desktop'),
    });
  } catch (error) {
    throw new NotAvailable(`no desktop VS Code, and none can be downloaded: ${messageOf(error)}`);
  }
}

async function runSuite(options: Parameters<typeof runInVSCode>[0]): Promise<number> {
  try {
    return await runInVSCode(options);
  } catch (error) {
    console.error(messageOf(error));
    return EXIT.failed;
  }
}
