import type { ExplainedPlace, Explanation } from '../../analysis/explain.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { buildLineIndex, type LineIndex } from '../../text/line-index.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import type { Paint } from '../check/paint.ts';
import { printable } from '../check/printable.ts';
import { detail } from './detail.ts';

/** How a rule fares with a descriptor, for a person at a terminal; with `place`, at that one place. */
export function explainText(
  { file, analysis }: Pick<CheckedFile, 'file' | 'analysis'>,
  explanation: Explanation,
  paint: Paint,
  place?: string,
): string {
  const { rule, notAsked, places, nearMisses } = explanation;
  const lines = buildLineIndex(analysis.text);
  const shown = places.filter((candidate) => place === undefined || candidate.place === place);
  const head = `${paint.strong(printable(rule.title))} (${rule.id})`;
  if (notAsked !== undefined) return `${head}\n${detail('not asked', notAsked, paint)}\n`;
  if (shown.length === 0 && (place === undefined || places.length === 0)) {
    const reasons = nearMisses.map((reason) => detail('because', reason, paint));
    return `${[head, detail('finds', `nothing in ${file}`, paint), ...reasons].join('\n')}\n`;
  }
  if (shown.length === 0) {
    const others = places.map((candidate) => `"${candidate.place}"`).join(', ');
    return `${head}\n${detail('finds', `nothing at "${place ?? ''}"; it applies at ${others}`, paint)}\n`;
  }
  return `${[head, ...shown.map((one) => placeBlock(file, one, lines, paint))].join('\n\n')}\n`;
}

function placeBlock(file: string, place: ExplainedPlace, lines: LineIndex, paint: Paint): string {
  const { finding } = place;
  const at = finding === undefined ? undefined : lines.positionAt(finding.span.start);
  const where =
    at === undefined ? `"${place.place}"` : `${file}:${String(at.line + 1)}:${String(at.column + 1)}`;
  const severity = finding === undefined ? undefined : shownSeverity(finding);
  const outcome =
    severity === undefined
      ? outcomes[place.outcome]
      : `${paint.severity(severity, severity)} ${outcomes[place.outcome]}`;
  const more =
    finding === undefined || finding.morePaths === 0 ? [] : [`${String(finding.morePaths)} more of the same`];
  return [
    `${paint.strong(printable(where))}: ${outcome}${finding === undefined ? '' : `: ${printable(finding.message)}`}`,
    ...place.because.map((reason) => detail('because', reason, paint)),
    ...(finding?.paths ?? []).map((path) => detail('path', path.join(' → '), paint)),
    ...more.map((text) => detail('and', text, paint)),
    ...place.groups.map((group) =>
      group.state === 'open'
        ? detail('missing', group.controls.join(' or '), paint)
        : detail(group.state === 'met' ? 'answered' : 'planned', answer(group.by, group.controls), paint),
    ),
    ...place.silencedBy.map((stronger) => detail('said by', stronger, paint)),
    ...(finding?.closedBy === undefined
      ? []
      : [
          detail(
            'closes',
            `with option "${finding.closedBy.option}" ${finding.closedBy.on ? 'on' : 'off'}`,
            paint,
          ),
        ]),
    ...(finding?.acceptance === undefined ? [] : [detail('accepted as', finding.acceptance.key, paint)]),
  ].join('\n');
}

const outcomes = {
  open: 'open',
  planned: 'planned',
  accepted: 'accepted',
  satisfied: 'satisfied',
  silenced: 'said by a stronger rule',
} as const;

function answer(by: readonly string[], controls: readonly string[]): string {
  return by.length === 0 ? controls.join(' or ') : by.join('; ');
}
