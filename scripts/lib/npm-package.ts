// The npm package as its users have it: packed, installed in an empty folder, and run.
import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from './folders.ts';
import { messageOf } from './lifecycle.ts';
import { npmEnv } from './npm.ts';
import { runCommand } from './processes.ts';
import { ROOT } from './project.ts';

/** What does not work in the package, in words. Needs no network: the package has no dependencies. */
export async function tryNpmPackage(): Promise<readonly string[]> {
  const folder = tempDir('bnp-');
  const env = npmEnv();
  try {
    await runCommand('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
      cwd: ROOT,
      env,
    });
    const tarball = fs.readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
    await runCommand('npm', [...install, path.join(folder, tarball)], { cwd: folder, env });
    fs.copyFileSync(
      path.join(ROOT, 'examples/support-chatbot.genai.yaml'),
      path.join(folder, 'x.genai.yaml'),
    );
    const run = (...args: readonly string[]): Promise<string> =>
      runCommand('npx', ['--no-install', 'bartizan', ...args], { cwd: folder, env });
    const checked = await run('check', '--fail-on', 'never');
    const drawn = await run('diagram', 'x.genai.yaml');
    return [
      ...(checked.includes('1 descriptor checked') ? [] : ['`npx bartizan check` does not check']),
      ...(drawn.startsWith('<svg ') ? [] : ['`npx bartizan diagram` does not draw']),
    ];
  } catch (error) {
    return [`it cannot be installed and run: ${messageOf(error)}`];
  }
}
