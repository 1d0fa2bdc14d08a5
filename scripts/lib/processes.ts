// Child processes. Each leads a process group of its own, so that its own children (extension host, terminals,
// language server) end with it.
import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessByStdio, SpawnOptions } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { onEnd } from './lifecycle.ts';

export type PipedChild = ChildProcessByStdio<null, Readable, Readable>;

const groups = new Set<number>();

/** Starts a program as leader of a process group that ends, at the latest, with this process. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): PipedChild {
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid !== undefined) {
    groups.add(child.pid);
  }
  return child;
}

/** Ends the whole group: SIGTERM, then SIGKILL for whatever is still there after `graceMs`. */
export async function stopGroup({ pid }: ChildProcess, graceMs = 5_000): Promise<void> {
  if (pid === undefined || !groups.has(pid)) {
    return;
  }
  signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (signalGroup(pid, 0) && Date.now() < deadline) {
    await sleep(50);
  }
  signalGroup(pid, 'SIGKILL');
  groups.delete(pid);
}

export interface RunOptions extends SpawnOptions {
  /** Called with every piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
  /** How long the program may take to end after SIGTERM. */
  readonly graceMs?: number;
}

export interface Ended {
  /** Exit code, or the signal that ended the program. */
  readonly status: number | string;
  readonly output: string;
}

/** Runs a program to its end, whatever that is. Throws only when it cannot be started. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  { onOutput, graceMs, ...options }: RunOptions = {},
): Promise<Ended> {
  const child = startGroup(command, args, options);
  const stop = onEnd(() => stopGroup(child, graceMs));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput?.(text);
    });
  }
  try {
    const status = await new Promise<number | string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        resolve(code ?? signal ?? 'no exit code');
      });
    });
    return { status, output };
  } finally {
    await stop();
  }
}

/** Runs a program to its end and returns its output; throws when it fails. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<string> {
  const { status, output } = await runToEnd(command, args, options);
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${output.slice(-4_000)}`);
  }
  return output;
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false; // nobody is left in the group
  }
}

process.on('exit', () => {
  for (const pid of groups) {
    signalGroup(pid, 'SIGKILL');
  }
});
