// npm run test:e2e: the extension-host suite in a real VS Code (code-server), with headless Chromium as its window.
//
// Environment: CODE_SERVER_VERSION, SUITE_TIMEOUT (ms), SUITE_GREP, SUITE_COVERAGE (folder for V8 coverage),
// SUITE_FAIL (adds a failing test), TEST_VERBOSE, BARTIZAN_TEST_CACHE, CHROMIUM_PATH.
import path from 'node:path';
import { ensureBuilt } from './lib/build.ts';
import { openWindow } from './lib/chromium.ts';
import { startCodeServer } from './lib/code-server.ts';
import { copyWorkspace, tempDir } from './lib/folders.ts';
import { runTests } from './lib/lifecycle.ts';
import { ROOT } from './lib/project.ts';
import { SUITE_WORKSPACE, buildSuite } from './lib/suite-bundle.ts';
import { runSuiteInPage, tallySuite } from './lib/suite.ts';

await runTests(async () => {
  await ensureBuilt('development');
  const suite = await buildSuite();
  const workspace = copyWorkspace(SUITE_WORKSPACE);
  const resultsFile = path.join(tempDir('bsr-'), 'results.json');
  const coverage = process.env.SUITE_COVERAGE;
  const server = await startCodeServer({
    env: {
      SUITE_RESULTS: resultsFile,
      ...(coverage ? { NODE_V8_COVERAGE: path.resolve(coverage) } : {}),
    },
    smokeTestDriver: true, // without it, VS Code ignores the payload and runs no test
  });
  console.log(`VS Code ${server.vscodeVersion} (code-server)`);

  const remote = (file: string) =>
    `vscode-remote://${server.authority}${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(ROOT)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  const page = await openWindow();
  const code = await runSuiteInPage(page, `${server.url}/?${query.toString()}`);
  const tally = tallySuite(code, resultsFile);
  if (tally.failed > 0 && process.env.TEST_VERBOSE) {
    console.error(server.log());
  }
  return tally;
});
