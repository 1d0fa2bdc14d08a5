import type { Analysis } from '../analysis/analysis.ts';
import { printable } from '../report/check/printable.ts';
import { buildLineIndex } from '../text/line-index.ts';
import type { World } from './world.ts';

/** Says the errors of a descriptor on stderr, for commands that show something else: what errors hide is not shown. */
export async function sayErrors(world: World, name: string, analysis: Analysis): Promise<void> {
  const lines = buildLineIndex(analysis.text);
  for (const { span, severity, message } of analysis.problems) {
    if (severity !== 'error') continue;
    const { line, column } = lines.positionAt(span.start);
    await world.err.write(`bartizan: ${printable(name)}:${line + 1}:${column + 1}: ${printable(message)}\n`);
  }
}
