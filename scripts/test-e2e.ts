// npm run test:e2e: the extension-host suites in a real VS Code (code-server), with headless Chromium as its window:
// Bartizan alone, then beside the YAML language server that the Red Hat YAML extension runs.
//
// Environment: CODE_SERVER_VERSION, SUITE_TIMEOUT (ms), SUITE_GREP, SUITE_COVERAGE (folder for V8 coverage),
// SUITE_FAIL (adds a failing test), TEST_VERBOSE, BARTIZAN_TEST_CACHE, CHROMIUM_PATH.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { ensureBuilt } from './lib/build.ts';
import { openWindow } from './lib/chromium.ts';
import type { StartOptions } from './lib/code-server.ts';
import { startCodeServer } from './lib/code-server.ts';
import { copyWorkspace, tempDir } from './lib/folders.ts';
import type { Tally } from './lib/lifecycle.ts';
import { runTests } from './lib/lifecycle.ts';
import { ROOT } from './lib/project.ts';
import { SUITE_WORKSPACE, buildSuite, buildYamlExtension } from './lib/suite-bundle.ts';
import { runSuiteInPage, tallySuite } from './lib/suite.ts';

await runTests(async () => {
  await ensureBuilt('development');
  const page = await openWindow();
  const alone = await runSuite(page, await buildSuite('suite'));
  const another = await page.context().newPage();
  await page.close();
  const beside = await runSuite(another, await buildSuite('beside-yaml'), await besideYaml());
  return sum(alone, beside);
});

/** With the YAML extension installed, and set up as its users do. */
async function besideYaml(): Promise<StartOptions> {
  const schema = pathToFileURL(path.join(ROOT, 'schemas', 'descriptor.schema.json')).href;
  const extensionsDir = tempDir('bye-');
  await buildYamlExtension(path.join(extensionsDir, 'redhat.vscode-yaml-0.0.1'));
  const yamlServer = import.meta.resolve('yaml-language-server/out/server/src/server.js');
  return {
    extensionsDir,
    // `plain.yaml` shows that it works where Bartizan is silent.
    settings: { 'yaml.schemas': { [schema]: ['*.genai.yaml', 'plain.yaml'] } },
    env: { YAML_SERVER: fileURLToPath(yamlServer) },
  };
}

async function runSuite(page: Page, suite: string, options: StartOptions = {}): Promise<Tally> {
  const workspace = copyWorkspace(SUITE_WORKSPACE);
  const resultsFile = path.join(tempDir('bsr-'), 'results.json');
  const coverage = process.env.SUITE_COVERAGE;
  const server = await startCodeServer({
    ...options,
    env: {
      ...options.env,
      SUITE_RESULTS: resultsFile,
      ...(coverage ? { NODE_V8_COVERAGE: path.resolve(coverage) } : {}),
    },
    smokeTestDriver: true, // without it, VS Code ignores the payload and runs no test
  });
  console.log(`VS Code ${server.vscodeVersion} (code-server), ${path.basename(path.dirname(suite))}`);

  const remote = (file: string) =>
    `vscode-remote://${server.authority}${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(ROOT)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  const code = await runSuiteInPage(page, `${server.url}/?${query.toString()}`);
  const tally = tallySuite(code, resultsFile);
  if (tally.failed > 0 && process.env.TEST_VERBOSE) {
    console.error(server.log());
  }
  return tally;
}

function sum(one: Tally, other: Tally): Tally {
  const code = one.code === undefined || one.code === 0 ? other.code : one.code;
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    ...(code === undefined ? {} : { code }),
  };
}
