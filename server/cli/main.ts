import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline/promises';
import { exitStatus } from './exit-status.ts';
import { reasonOf } from './read-text.ts';
import { runCommandLine } from './run.ts';
import { Refusal, type Output, type World } from './world.ts';
import { workerLayout } from './worker-layout.ts';

const programFolder = path.dirname(fs.realpathSync(process.argv[1] ?? '.'));

const world: World = {
  cwd: process.cwd(),
  today: localDay(new Date()),
  out: outputTo(process.stdout),
  err: outputTo(process.stderr),
  programFolder,
  env: process.env,
  ask: process.stdin.isTTY && process.stdout.isTTY ? makeAsk() : undefined,
  layout: workerLayout(path.join(programFolder, 'layout-worker.cjs')),
};

let isOutputLost = false;

void runCommandLine(world, process.argv.slice(2)).then((status) => {
  process.exitCode = isOutputLost ? exitStatus.refused : status;
});

function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Who reads our output may stop reading; that is no fault, and the exit status still says what was found.
    if (error.code === 'EPIPE' || isOutputLost) return;
    isOutputLost = true;
    process.exitCode = exitStatus.refused;
    if (stream !== process.stderr)
      process.stderr.write(`bartizan: the output cannot be written: ${reasonOf(error)}\n`);
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

/** Questions on the terminal, one after the other. Lines typed ahead are kept for the next question. */
function makeAsk(): (question: string) => Promise<string> {
  let terminal: readline.Interface | undefined;
  let lines: AsyncIterator<string, undefined> | undefined;
  return async (question) => {
    terminal ??= readline.createInterface({ input: process.stdin, output: process.stdout });
    lines ??= terminal[Symbol.asyncIterator]();
    terminal.setPrompt(question);
    terminal.prompt();
    // What waits for a key must not keep the process when there is no further question.
    process.stdin.ref();
    const { value } = await lines.next();
    process.stdin.unref();
    if (value !== undefined) return value;
    // Ctrl-D or Ctrl-C closes the terminal and answers nothing; the cursor still stands behind the question.
    process.stdout.write('\n');
    throw new Refusal('nothing was answered, so nothing is written');
  };
}

function localDay(now: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
