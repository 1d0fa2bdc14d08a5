import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline/promises';
import { runCommandLine } from './run.ts';
import type { Output, World } from './world.ts';
import { workerLayout } from './worker-layout.ts';

const programFolder = path.dirname(fs.realpathSync(process.argv[1] ?? '.'));

const world: World = {
  cwd: process.cwd(),
  today: localDay(new Date()),
  out: outputTo(process.stdout),
  err: outputTo(process.stderr),
  programFolder,
  env: process.env,
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
  layout: workerLayout(path.join(programFolder, 'layout-worker.cjs')),
};

void runCommandLine(world, process.argv.slice(2)).then((status) => (process.exitCode = status));

function outputTo(stream: NodeJS.WriteStream): Output {
  // Who reads our output may stop reading; that is no fault, and the exit status still says what was found.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    isTerminal: stream.isTTY,
    write: (text) =>
      new Promise((resolve) => {
        stream.write(text, () => {
          resolve();
        });
      }),
  };
}

async function ask(question: string): Promise<string> {
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

function localDay(now: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
