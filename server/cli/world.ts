import type { LayoutEngine } from '../diagram/place/layout.ts';

/** What the command line touches outside itself; tests hand in their own. */
export interface World {
  readonly cwd: string;
  /** The local day, `2026-11-24`. */
  readonly today: string;
  readonly out: Output;
  readonly err: Output;
  /** Folder that holds the program, with the compiled catalog beside it. */
  readonly programFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks the person at the terminal for one line; absent where nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly layout: LayoutEngine;
}

export interface Output {
  readonly isTerminal: boolean;
  write(text: string): Promise<void>;
}

/** A clear refusal: bad usage or input that cannot be read. Exit status 2. */
export class Refusal extends Error {}
