// Makes a fresh clone ready: the right Node.js, and node_modules as package-lock.json says. Plain JavaScript without
// dependencies, because it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname ?? '.', '..');
const LOCKFILE = path.join(ROOT, 'package-lock.json');
const STAMP = path.join(ROOT, 'node_modules', '.bartizan-lockfile-hash');

/** Prepares the work tree, runs one of the TypeScript scripts in it, and ends with that script's exit code. */
export async function runPrepared(/** @type {string} */ script) {
  refuseOldNode();
  await installPackages();
  const args = ['--import', 'tsx', path.join(ROOT, 'scripts', script), ...process.argv.slice(2)];
  process.exitCode = await run(process.execPath, args);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isFit = major > 22 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);
  if (!isFit) {
    console.error(
      `Bartizan needs Node.js 20.19 or later (22.13 or later of Node.js 22); this is ${process.versions.node}.`,
    );
    process.exit(1);
  }
}

async function installPackages() {
  const hash = createHash('sha256').update(fs.readFileSync(LOCKFILE)).digest('hex');
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === hash) {
    return;
  }
  console.log('installing the packages of package-lock.json');
  // No package needs its install script: esbuild's binary comes inside an optional package.
  const status = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error('npm ci failed: see above');
    process.exit(1);
  }
  fs.writeFileSync(STAMP, hash);
}

/**
 * Runs a program on this terminal. Ctrl+C reaches it directly, SIGTERM is handed on; either way this process waits
 * until the program has cleaned up.
 */
function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', shell: needsShell(command) });
  const ignore = () => undefined;
  const handOn = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', handOn);
  return new Promise((/** @type {(status: number) => void} */ resolve) => {
    child.once('error', (error) => {
      console.error(`${command} cannot be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', handOn);
  });
}

/** On Windows, npm is a batch file. */
function needsShell(/** @type {string} */ command) {
  return process.platform === 'win32' && command === 'npm';
}
