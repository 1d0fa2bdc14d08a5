import type { LayoutWorker } from './diagram/limited-engine.ts';

/** What the server needs of the world around it. */
export interface Host {
  /** The built-in catalog as `compileCatalog` wrote it, where the server can read it itself. */
  readonly catalog: string | undefined;
  /** Files as the machine has them; a client that offers its own is asked instead. */
  readonly files: Files | undefined;
  /** Starts the thread that lays diagrams out; without one they are laid out in rows. */
  readonly startLayoutWorker: (() => LayoutWorker) | undefined;
  /** The day, `2026-11-24`. */
  today(): string;
}

/** The files of a workspace, by URI. */
export interface Files {
  /** Files within a folder at any depth whose path, relative to it and with slashes, matches; sorted. */
  find(folder: string, wanted: RegExp): Promise<readonly string[]>;
  /** Absent where there is no such file, or it is no text. */
  read(uri: string): Promise<string | undefined>;
}

/** The day where the machine is. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
