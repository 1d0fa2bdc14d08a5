import fs from 'node:fs';
import path from 'node:path';
import { CommanderError } from 'commander';
import { exitStatus } from './exit-status.ts';
import { buildProgram } from './program.ts';
import { Refusal, type Output, type World } from './world.ts';

void run().then((status) => (process.exitCode = status));

async function run(): Promise<number> {
  const world: World = {
    cwd: process.cwd(),
    today: localDay(new Date()),
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    programFolder: path.dirname(fs.realpathSync(process.argv[1] ?? '.')),
    env: process.env,
  };
  let status: number = exitStatus.clean;
  try {
    await buildProgram(world, (reached) => (status = reached)).parseAsync(process.argv);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.refused;
    if (error instanceof Refusal) {
      await world.err.write(`bartizan: ${error.message}\n`);
      return exitStatus.refused;
    }
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await world.err.write(`bartizan: this is a fault of Bartizan itself, please report it\n${cause}\n`);
    return exitStatus.refused;
  }
}

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
