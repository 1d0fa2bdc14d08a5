import fs from 'node:fs';
import path from 'node:path';
import { exitStatus } from './exit-status.ts';
import { runCommandLine } from './run.ts';
import type { Output, World } from './world.ts';

const world: World = {
  cwd: process.cwd(),
  today: localDay(new Date()),
  out: outputTo(process.stdout),
  err: outputTo(process.stderr),
  programFolder: path.dirname(fs.realpathSync(process.argv[1] ?? '.')),
  env: process.env,
};

void runCommandLine(world, process.argv.slice(2)).then((status) => (process.exitCode = status));

function outputTo(stream: NodeJS.WriteStream): Output {
  // Who reads our output may stop reading; that is no fault.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitStatus.clean);
    throw error;
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

function localDay(now: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
