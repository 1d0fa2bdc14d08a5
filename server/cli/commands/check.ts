import { analyze } from '../../analysis/analyze.ts';
import type { Edition } from '../../catalog/risk.ts';
import type { Severity } from '../../catalog/rule.ts';
import { checkJson } from '../../report/check/check-json.ts';
import { checkText } from '../../report/check/check-text.ts';
import { isUnreadable, reachesThreshold, type CheckedFile } from '../../report/check/checked-file.ts';
import { colourful, plain } from '../../report/check/paint.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { findDescriptors } from '../find-descriptors.ts';
import { loadOwnCatalog } from '../load-catalog.ts';
import { readDescriptor } from '../read-descriptor.ts';
import { Refusal, type World } from '../world.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity | 'never';
  readonly edition: Edition;
  readonly today: string;
  /** Options of the descriptors to turn on. */
  readonly with: readonly string[];
}

/** Checks descriptors and prints what was found. What cannot be read is said, and the others are still checked. */
export async function check(
  world: World,
  names: readonly string[],
  options: CheckOptions,
): Promise<ExitStatus> {
  const catalog = loadOwnCatalog(world);
  const switches = Object.fromEntries(options.with.map((option) => [option, true]));
  const files: CheckedFile[] = [];
  let refused = false;
  for (const file of findDescriptors(world.cwd, names.length === 0 ? ['.'] : names)) {
    try {
      const text = readDescriptor(world.cwd, file);
      const analysis = analyze(text, catalog, { today: options.today, switches, rulesOff: [], assumptions: true });
      files.push({ file, analysis });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = true;
      await world.err.write(`bartizan: ${error.message}\n`);
    }
  }
  const paint = world.out.isTerminal && world.env.NO_COLOR === undefined ? colourful : plain;
  const output =
    options.format === 'json' ? checkJson(files, catalog) : checkText(files, catalog, { edition: options.edition, paint });
  await world.out.write(output);
  if (refused || files.some(isUnreadable)) return exitStatus.refused;
  return reachesThreshold(files, options.failOn) ? exitStatus.findings : exitStatus.clean;
}
