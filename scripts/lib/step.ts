import { messageOf } from './lifecycle.ts';
import { EXIT } from './lifecycle.ts';
import type { Tally } from './lifecycle.ts';
import { runToEnd } from './processes.ts';
import { ROOT } from './project.ts';

export interface Step {
  readonly title: string;
  /** Script of package.json. */
  readonly script: string;
  readonly args?: readonly string[];
}

const CLOSING_LINE = /^(\d+) passed, (\d+) failed$/;

/** No step takes that long; one that hangs must not take CI's whole time with it. */
const LIMIT_MS = 10 * 60_000;

/**
 * Runs one script of package.json under a heading. One that ends with the line `N passed, N failed` counts as that
 * many; any other counts as one.
 */
export async function runStep({ title, script, args = [] }: Step): Promise<Tally> {
  console.log(`\n== ${title}`);
  const start = Date.now();
  const lines = new LinePrinter();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LIMIT_MS);
  let status: number | string;
  try {
    const ended = await runToEnd('npm', ['run', '--silent', script, '--', ...args], {
      cwd: ROOT,
      graceMs: 20_000, // the script's own clean-up
      onOutput: (text) => lines.add(text),
      signal: stop.signal,
    });
    status = ended.status;
  } catch (error) {
    status = messageOf(error);
  }
  clearTimeout(timer);
  lines.flush();
  const tally = tallyOf(status, lines.tally);
  const verdict = tally.failed > 0 ? `FAILED (${reason(status)})` : 'ok';
  console.log(`-- ${title}: ${verdict}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return tally;
}

function tallyOf(status: number | string, counted: Tally | undefined): Tally {
  if (counted === undefined) {
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  return status === 0 ? counted : { passed: counted.passed, failed: Math.max(1, counted.failed) };
}

function reason(status: number | string): string {
  if (status === EXIT.notAvailable) {
    return 'it could not run: what it needs is not there, see above';
  }
  return typeof status === 'number' ? `exit code ${status}` : status;
}

/** Prints whole lines as they come, but keeps the closing line back: the last of all is that of the whole run. */
class LinePrinter {
  tally: Tally | undefined;
  #rest = '';

  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      this.#print(line);
    }
  }

  flush(): void {
    if (this.#rest !== '') {
      this.#print(this.#rest);
    }
  }

  #print(line: string): void {
    const closing = CLOSING_LINE.exec(line);
    if (closing) {
      this.tally = { passed: Number(closing[1]), failed: Number(closing[2]) };
    } else {
      console.log(line);
    }
  }
}
