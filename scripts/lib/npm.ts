import { runCommand } from './processes.ts';

const INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs packages without running their install scripts. */
export async function npmInstall(cwd: string, ...args: readonly string[]): Promise<void> {
  await npm(cwd, [...INSTALL, ...args]);
}

export async function npm(cwd: string, args: readonly string[], env = npmEnv()): Promise<void> {
  await runCommand('npm', args, { cwd, env });
}

/** The environment without what an outer `npm test` has set in it, but with the user's own npm configuration. */
export function npmEnv(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(registry|cache|cafile|userconfig|globalconfig|https?_proxy|noproxy)$/i;
  const drop = /^(npm_|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => keep.test(key) || !drop.test(key)));
}
