import type { Analysis } from '../analysis/analysis.ts';
import { isUnreadable } from '../report/check/checked-file.ts';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import type { JudgeFlags } from './flags.ts';
import { makeJudge } from './judge.ts';
import { requireKnownOptions } from './known-options.ts';
import { readText } from './read-text.ts';
import { sayErrors } from './say-errors.ts';
import type { World } from './world.ts';

export interface AnalyzedFile {
  readonly analysis: Analysis;
  /** Whether the descriptor could be read as a whole. */
  readonly status: ExitStatus;
}

/** Analyzes one descriptor for a command that shows it, and says the errors in it. */
export async function analyzeFile(world: World, file: string, flags: JudgeFlags): Promise<AnalyzedFile> {
  const { analyze } = await makeJudge(world, flags);
  const analysis = analyze(readText(world.cwd, file));
  requireKnownOptions(flags.with, [analysis]);
  await sayErrors(world, file, analysis);
  return { analysis, status: isUnreadable({ analysis }) ? exitStatus.refused : exitStatus.clean };
}
