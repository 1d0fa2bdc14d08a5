import type { Analysis } from '../analysis/analysis.ts';
import { isUnreadable } from '../report/check/checked-file.ts';
import { nearestWords } from '../text/nearest.ts';
import { Refusal } from './world.ts';

/**
 * Refuses an option that none of the descriptors has: a slip of the pen would judge a system that nobody asked
 * about, and call it clean. A descriptor that cannot be read may have any option.
 */
export function requireKnownOptions(asked: readonly string[], analyses: readonly Analysis[]): void {
  if (analyses.some((analysis) => isUnreadable({ analysis }))) return;
  const known = new Set(analyses.flatMap(({ architecture }) => [...architecture.system.options.keys()]));
  for (const option of asked) {
    if (known.has(option)) continue;
    const [near] = nearestWords(option, known);
    const hint = near === undefined ? '' : `; did you mean "${near}"?`;
    throw new Refusal(`no descriptor has an option "${option}"${hint}`);
  }
}
