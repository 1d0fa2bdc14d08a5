import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './world.ts';

/** More than the engine reads at all; what is larger is not even loaded. */
const largestFile = 32_000_000;

/** Reads a file as UTF-8. Anything else is refused with the reason, so that nothing is read wrongly. */
export function readText(cwd: string, name: string): string {
  const file = path.resolve(cwd, name);
  let bytes: Buffer;
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) throw new Refusal(`"${name}" is a folder`);
    if (stat.isCharacterDevice() || stat.isBlockDevice())
      throw new Refusal(`"${name}" is a device, not a file`);
    if (stat.size > largestFile) throw new Refusal(`"${name}" is larger than 32 MB, so it is not read`);
    bytes = fs.readFileSync(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`"${name}" cannot be read: ${reasonOf(error)}`);
  }
  return decodeText(name, bytes);
}

/** The text of bytes that must be UTF-8; a byte order mark stays. */
export function decodeText(name: string, bytes: Uint8Array): string {
  if (isWide(bytes)) throw new Refusal(`"${name}" is UTF-16 or UTF-32; save it as UTF-8`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(`"${name}" is not valid UTF-8`);
  }
}

/** Whether the bytes are text of two or four bytes a character: by the mark at their start, or by a zero near it. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.subarray(0, 4).includes(0);
}

/** Why a file cannot be read or written, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'it is not there';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EROFS':
      return 'the disk can only be read';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder';
    case 'ELOOP':
      return 'it is a symbolic link that leads back to itself';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
