import type { Analysis } from '../../analysis/analysis.ts';
import { buildLineIndex } from '../../text/line-index.ts';
import { reasonToWrite } from '../fixes/ignore-here.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * The rules that a comment `# bartizan-ignore …` may name: those with a finding on the line it stands above.
 * Absent where the cursor is not behind such a beginning.
 */
export function suggestIgnored(
  { text, findings }: Analysis,
  offset: number,
): readonly Suggestion[] | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, typed] = /^[ \t]*#[ \t]*bartizan-ignore[ \t]+([\w-]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const lines = buildLineIndex(text);
  let below = lines.positionAt(offset).line + 1;
  while (below < lines.lineCount && /^[ \t]*#/.test(lines.lineText(below))) below += 1;
  const there = findings.filter(
    ({ span, status }) => status !== 'accepted' && lines.positionAt(span.start).line === below,
  );
  return [...new Map(there.map((finding) => [finding.rule, finding])).values()].map(
    ({ id, rule, title }) => ({
      label: rule,
      kind: 'reference',
      detail: title,
      doc: { type: 'finding', name: id },
      snippet: `${rule} -- \${1:${reasonToWrite}}`,
      replace: { start: offset - typed.length, end: offset },
      filter: undefined,
      goesOn: false,
    }),
  );
}
