// Start and end of a run: exit codes, closing line, clean-up, signals. Every way out (normal end, error, Ctrl+C,
// SIGTERM) ends what was started and removes what was written.
import { setTimeout as sleep } from 'node:timers/promises';

export const EXIT = {
  passed: 0,
  failed: 1,
  /** The tool that is needed cannot be had; a caller must not count this as passed. */
  notAvailable: 77,
  timedOut: 124,
  SIGINT: 130,
  SIGTERM: 143,
} as const;

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Exit code, where it is another than what the counts say. */
  readonly code?: number;
}

/** Thrown when something the run needs cannot be had: exit code 77, no closing line. */
export class NotAvailable extends Error {}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type CleanUp = () => Promise<void> | void;

const cleanUps = new Set<CleanUp>();

/**
 * Registers a clean-up step; the last one registered runs first.
 * Returns a function that runs the step now, once.
 */
export function onEnd(step: CleanUp): () => Promise<void> {
  const runOnce = async (): Promise<void> => {
    if (cleanUps.delete(runOnce)) {
      await step();
    }
  };
  cleanUps.add(runOnce);
  return runOnce;
}

/** Runs a test script to its end. A run without a single pass is a failure; the closing line comes last of all. */
export async function runTests(body: () => Promise<Tally>): Promise<void> {
  await run(async () => {
    const { passed, failed, code } = await body();
    const failures = failed === 0 && passed === 0 ? 1 : failed;
    return {
      code: code ?? (failures > 0 ? EXIT.failed : EXIT.passed),
      closingLine: closingLine(passed, failures),
    };
  });
}

/** Runs any other script to its end; `body` resolves to the exit code. */
export async function runScript(body: () => Promise<number>): Promise<void> {
  await run(async () => ({ code: await body() }));
}

function closingLine(passed: number, failed: number): string {
  return `${passed} passed, ${failed} failed`;
}

interface Ending {
  readonly code: number;
  readonly closingLine?: string;
}

async function run(body: () => Promise<Ending>): Promise<void> {
  process.on('SIGINT', () => endBySignal('SIGINT'));
  process.on('SIGTERM', () => endBySignal('SIGTERM'));
  try {
    await end(await body());
  } catch (error) {
    if (ending) {
      await ending; // a signal has ended what `body` was using
    } else if (error instanceof NotAvailable) {
      console.error(`not available: ${error.message}`);
      await end({ code: EXIT.notAvailable });
    } else {
      console.error(error);
      await end({ code: EXIT.failed, closingLine: closingLine(0, 1) });
    }
  }
}

let ending: Promise<void> | undefined;

/** Cleans up, prints the closing line, exits. The first caller decides the exit code. */
function end({ code, closingLine: line }: Ending): Promise<void> {
  ending ??= (async () => {
    await cleanUp();
    if (line !== undefined) {
      console.log(line);
    }
    process.exit(code);
  })();
  return ending;
}

function endBySignal(signal: 'SIGINT' | 'SIGTERM'): void {
  if (ending) {
    process.exit(EXIT[signal]); // the second Ctrl+C does not wait for the clean-up
  }
  console.error(`\n${signal}: ending what was started`);
  void end({ code: EXIT[signal] });
}

async function cleanUp(): Promise<void> {
  for (const step of [...cleanUps].reverse()) {
    try {
      await Promise.race([step(), sleep(15_000, undefined, { ref: false })]);
    } catch (error) {
      console.error('clean-up:', messageOf(error));
    }
  }
}
