import assert from 'node:assert/strict';
import { buildLineIndex } from '../../server/text/line-index.ts';
import type { Span } from '../../server/text/span.ts';

/**
 * A fixture is a descriptor with expectations as comments under the lines they speak of. Carets stand under the
 * marked columns:
 *
 *     bot: { kind: agnet }
 *   #        ^^^^^ error unknown-value: did you mean "agent"? [fix: Change to "agent"]
 *
 * `#<^^` marks from column 0 to the last caret, `|` an empty place. A mark of several lines is compared by its first.
 * Behind the code stands a part of the message, `…` for anything between; each `[fix: …]` names one remedy.
 */

/** Something that is shown at a place: a problem or a finding. */
export interface Mark {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly fixes: readonly string[];
}

/** Holds when the marks are exactly those that the fixture expects; otherwise shows the fixture as it would be right. */
export function assertMarks(text: string, marks: readonly Mark[]): void {
  assert.equal(withMarks(text, marks), text);
}

/** The text with one expectation for each mark, in the words of the old expectation where that holds. */
function withMarks(text: string, marks: readonly Mark[]): string {
  const lines = buildLineIndex(text);
  const waiting = new Map<number, Mark[]>();
  for (const mark of marks) {
    const { line } = lines.positionAt(mark.span.start);
    waiting.set(line, [...(waiting.get(line) ?? []), mark]);
  }
  const result: string[] = [];
  let marked = -1;
  const flush = (): void => {
    for (const mark of waiting.get(marked) ?? []) result.push(render(mark, text));
    waiting.delete(marked);
  };
  text.split('\n').forEach((content, line) => {
    const expectation = readExpectation(content);
    if (expectation === undefined) {
      flush();
      marked = line;
      result.push(content);
      return;
    }
    const here = waiting.get(marked) ?? [];
    const found = here.findIndex((mark) => fits(expectation, mark, text));
    if (found === -1) return;
    here.splice(found, 1);
    result.push(content);
  });
  flush();
  return result.join('\n');
}

interface Expectation {
  readonly columns: string;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly string[];
}

function readExpectation(line: string): Expectation | undefined {
  const parts = /^(#<?[ ]*(?:\^+|\||(?<=#<))) (\S+) ([a-z-]+)(?:: (.*))?$/.exec(line);
  const [, columns, severity, code, rest = ''] = parts ?? [];
  if (columns === undefined || severity === undefined || code === undefined) return undefined;
  const fixes = [...rest.matchAll(/\[fix: ([^\]]*(?:\[[^\]]*\][^\]]*)*)\]/g)].map((match) => match[1] ?? '');
  const message = rest.replace(/\s*\[fix: .*$/, '');
  return { columns, severity, code, message, fixes };
}

function fits(expectation: Expectation, mark: Mark, text: string): boolean {
  let from = 0;
  const saysAll = expectation.message.split('…').every((part) => {
    const at = mark.message.indexOf(part.trim(), from);
    from = at + part.trim().length;
    return at !== -1;
  });
  return (
    saysAll &&
    expectation.columns === columnsOf(mark, text) &&
    expectation.severity === mark.severity &&
    expectation.code === mark.code &&
    expectation.fixes.every((fix) => mark.fixes.includes(fix))
  );
}

function render(mark: Mark, text: string): string {
  const fixes = mark.fixes.map((fix) => ` [fix: ${fix}]`).join('');
  return `${columnsOf(mark, text)} ${mark.severity} ${mark.code}: ${mark.message}${fixes}`;
}

function columnsOf({ span }: Mark, text: string): string {
  const lines = buildLineIndex(text);
  const { line, column } = lines.positionAt(span.start);
  const last = lines.positionAt(span.end);
  const end = last.line === line ? last.column : lines.lineText(line).length;
  if (column === 0) return end < 3 ? '#<' : `#<${'^'.repeat(end - 2)}`;
  const marker = end === column ? '|' : '^'.repeat(end - column);
  return `#${' '.repeat(column - 1)}${marker}`;
}
