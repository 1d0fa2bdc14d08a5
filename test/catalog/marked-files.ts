import type { CatalogProblem } from '../../server/catalog/catalog-problem.ts';
import type { CatalogFile } from '../../server/catalog/find-entries.ts';
import { buildLineIndex } from '../../server/text/line-index.ts';

/**
 * Several files in one text, each under a line `=== path`. Below a line, `# ^ message` is an expected problem whose
 * mark stands at the caret; at the first column, where the comment itself begins, `#< message`.
 */
export function readMarkedFiles(text: string): readonly CatalogFile[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const lines = part.split('\n');
      const kept = lines.slice(1).filter((line) => !mark.test(line));
      return { path: lines[0] ?? '', text: kept.join('\n') };
    });
}

/** The same text with the marks of the problems that were found, to be compared with what was expected. */
export function markFiles(files: readonly CatalogFile[], problems: readonly CatalogProblem[]): string {
  return files.map((file) => `=== ${file.path}\n${markFile(file, problems)}`).join('');
}

const mark = /^# *\^ |^#< /;

function markFile({ path, text }: CatalogFile, problems: readonly CatalogProblem[]): string {
  const index = buildLineIndex(text);
  const placed = problems
    .filter((problem) => problem.path === path)
    .map(({ span, message }) => ({ ...index.positionAt(span.start), message }));
  return text
    .split('\n')
    .flatMap((line, number) => [
      line,
      ...placed
        .filter((problem) => problem.line === number)
        .map(({ column, message }) => markOf(column, message)),
    ])
    .join('\n');
}

function markOf(column: number, message: string): string {
  return column === 0 ? `#< ${message}` : `#${' '.repeat(column - 1)}^ ${message}`;
}
