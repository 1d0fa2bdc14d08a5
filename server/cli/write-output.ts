import fs from 'node:fs';
import path from 'node:path';
import { reasonOf } from './read-text.ts';
import { Refusal, type World } from './world.ts';

/** Prints a text, or writes it to a file where one is named. */
export async function writeOutput(world: World, file: string | undefined, text: string): Promise<void> {
  if (file === undefined) await world.out.write(text);
  else writeResult(world.cwd, file, text);
}

/** Writes what a command makes; never in the place of a descriptor, which somebody wrote by hand. */
export function writeResult(cwd: string, name: string, text: string): void {
  if (/\.genai\.ya?ml$/.test(name)) throw new Refusal(`"${name}" is a descriptor; it is not overwritten`);
  writeFile(cwd, name, text);
}

/** Writes a file whole or not at all: into a temporary file beside it, which then takes its name. */
export function writeFile(cwd: string, name: string, text: string): void {
  try {
    const at = target(path.resolve(cwd, name));
    const known = fs.statSync(at, { throwIfNoEntry: false });
    if (known?.isDirectory() === true) throw new Refusal(`"${name}" is a folder`);
    if (known !== undefined && !known.isFile()) {
      // A pipe or a device: there is nothing to put in the place of it.
      fs.writeFileSync(at, text);
      return;
    }
    if (known !== undefined) fs.accessSync(at, fs.constants.W_OK);
    replaceFile(at, text, known?.mode);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason = isMissing(error) ? 'the folder is not there' : reasonOf(error);
    throw new Refusal(`"${name}" cannot be written: ${reason}`);
  }
}

function replaceFile(at: string, text: string, mode: number | undefined): void {
  const temporary = path.join(path.dirname(at), `.${path.basename(at)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    fs.renameSync(temporary, at);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** Where a symbolic link leads, so that the file changes and not the link. */
function target(at: string): string {
  return fs.lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true && fs.existsSync(at)
    ? fs.realpathSync(at)
    : at;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
