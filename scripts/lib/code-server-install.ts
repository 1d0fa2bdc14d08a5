// Provides code-server (a real VS Code, from npm) and the Node.js that it needs (from npm too). Neither can be a
// devDependency: code-server's install scripts want another Node.js, another user than root, and a compiler.
import fs from 'node:fs';
import path from 'node:path';
import { cachedDir } from './folders.ts';
import { npm, npmEnv, npmInstall } from './npm.ts';
import { runCommand } from './processes.ts';
import { readJson } from './project.ts';

/** Pinned: not every version can be installed from the npm registry alone. 4.139.1 is VS Code 1.139.1. */
const VERSION = process.env.CODE_SERVER_VERSION ?? '4.139.1';
const PLATFORM = `${process.platform}-${process.arch}`;

export interface CodeServer {
  /** The Node.js to run it with. */
  readonly node: string;
  readonly entry: string;
  readonly vscodeVersion: string;
}

/** Installs code-server the first time. Throws `NotAvailable` where that is not possible. */
export async function ensureCodeServer(): Promise<CodeServer> {
  const dir = await cachedDir(`code-server-${VERSION}-${PLATFORM}`, install);
  const { entry, vscode } = filesOf(dir);
  return {
    node: await ensureNode(neededNode(dir)),
    entry,
    vscodeVersion: (readJson(path.join(vscode, 'package.json')) as { version: string }).version,
  };
}

function filesOf(dir: string): { pkg: string; entry: string; vscode: string } {
  const pkg = path.join(dir, 'node_modules', 'code-server');
  return { pkg, entry: path.join(pkg, 'out', 'node', 'entry.js'), vscode: path.join(pkg, 'lib', 'vscode') };
}

/** Major version of the Node.js that this code-server is made for. */
function neededNode(dir: string): string {
  const { engines } = readJson(path.join(filesOf(dir).pkg, 'package.json')) as { engines: { node: string } };
  return /\d+/.exec(engines.node)?.[0] ?? '24';
}

async function install(dir: string): Promise<void> {
  const { entry, vscode } = filesOf(dir);
  fs.writeFileSync(path.join(dir, 'package.json'), '{"private":true}');
  await npmInstall(dir, `code-server@${VERSION}`);

  // code-server's own postinstall does these two, with install scripts. No test needs what those scripts build.
  await npmInstall(vscode, '--omit=dev');
  await npmInstall(path.join(vscode, 'extensions'), '--omit=dev');

  await repairRipgrep(dir, vscode);

  const node = await ensureNode(neededNode(dir));
  const env = npmEnv();
  env.PATH = [path.dirname(node), env.PATH].join(path.delimiter);
  // Without a configuration of its own, even --version writes into the user's configuration folder.
  const askVersion = () =>
    runCommand(node, [entry, '--config', path.join(dir, 'config.yaml'), '--version'], { env });
  try {
    await askVersion();
  } catch {
    await npm(dir, ['rebuild', 'argon2', '--loglevel=error'], env); // older code-server; needs g++
    await askVersion();
  }
}

/** In an older VS Code, an install script downloads rg (workspace.findFiles, search); a package carries it too. */
async function repairRipgrep(dir: string, vscode: string): Promise<void> {
  const ripgrep = path.join(vscode, 'node_modules', '@vscode', 'ripgrep');
  const rg = path.join(ripgrep, 'bin', 'rg');
  if (!fs.existsSync(ripgrep) || fs.existsSync(rg)) {
    return;
  }
  await npmInstall(dir, '@vscode/ripgrep-universal@1');
  const universal = path.join(dir, 'node_modules', '@vscode', 'ripgrep-universal', 'bin', PLATFORM);
  fs.mkdirSync(path.dirname(rg), { recursive: true });
  fs.copyFileSync(path.join(universal, 'rg'), rg);
  fs.chmodSync(rg, 0o755);
}

/** Path of a Node.js of that major version: the running one, or the binary that npm carries. */
async function ensureNode(major: string): Promise<string> {
  if (process.versions.node.split('.')[0] === major) {
    return process.execPath;
  }
  // The npm package `node` gets its binary in an install script; node-<platform> has it inside.
  const packageName = `node-${PLATFORM}`;
  const binary = (dir: string) => path.join(dir, 'node_modules', packageName, 'bin', 'node');
  const dir = await cachedDir(`node-${major}-${PLATFORM}`, async (temp) => {
    fs.writeFileSync(path.join(temp, 'package.json'), '{"private":true}');
    await npmInstall(temp, `${packageName}@${major}`);
    fs.chmodSync(binary(temp), 0o755);
  });
  return binary(dir);
}
