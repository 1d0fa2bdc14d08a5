import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './world.ts';

/** More than the engine reads at all; what is larger is not even loaded. */
const largestFile = 32_000_000;

/** Reads a descriptor as UTF-8. Anything else is refused with the reason, so that nothing is read wrongly. */
export function readDescriptor(cwd: string, name: string): string {
  const file = path.resolve(cwd, name);
  let bytes: Buffer;
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) throw new Refusal(`"${name}" is a folder`);
    if (stat.size > largestFile) throw new Refusal(`"${name}" is larger than 32 MB, so it is not read`);
    bytes = fs.readFileSync(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`"${name}" cannot be read: ${reasonOf(error)}`);
  }
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') throw new Refusal(`"${name}" is UTF-16; save it as UTF-8`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(`"${name}" is not valid UTF-8`);
  }
}

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'it is not there';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EISDIR':
      return 'it is a folder';
    case 'ELOOP':
      return 'it is a symbolic link that leads back to itself';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
