import type { Analysis } from '../analysis/analysis.ts';
import { isUnreadable } from '../report/check/checked-file.ts';
import { printable } from '../report/check/printable.ts';
import { buildLineIndex } from '../text/line-index.ts';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import type { JudgeFlags } from './flags.ts';
import { makeJudge } from './judge.ts';
import { readText } from './read-text.ts';
import type { World } from './world.ts';

export interface AnalyzedFile {
  readonly analysis: Analysis;
  /** Whether the descriptor could be read as a whole. */
  readonly status: ExitStatus;
}

/** Analyzes one descriptor for a command that shows it. Errors in it are said: what they hide is not shown. */
export async function analyzeFile(world: World, file: string, flags: JudgeFlags): Promise<AnalyzedFile> {
  const { analyze } = await makeJudge(world, flags);
  const analysis = analyze(readText(world.cwd, file));
  const lines = buildLineIndex(analysis.text);
  for (const { span, severity, message } of analysis.problems) {
    if (severity !== 'error') continue;
    const { line, column } = lines.positionAt(span.start);
    await world.err.write(`bartizan: ${printable(file)}:${line + 1}:${column + 1}: ${printable(message)}\n`);
  }
  const unreadable = isUnreadable({ file, analysis, known: undefined });
  return { analysis, status: unreadable ? exitStatus.refused : exitStatus.clean };
}
