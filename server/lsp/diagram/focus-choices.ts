import { shownSeverity } from '../../analysis/severity.ts';
import { cleanText } from '../../diagram/graph/clean-text.ts';
import { count, sentence } from '../../diagram/graph/words.ts';
import type { Descriptor } from '../workspace.ts';
import type { FocusChoice } from './picture.ts';

/** Everything a picture can be narrowed to, in the order of the file. */
export function focusChoices({ analysis, judge }: Descriptor): readonly FocusChoice[] {
  const { architecture, catalog } = analysis;
  const findings = analysis.findings.filter(({ status }) => status !== 'accepted');
  const { edition } = judge.settings;
  const risks = new Map<string, number>();
  for (const risk of findings.flatMap((finding) => finding.risks)) {
    risks.set(risk, (risks.get(risk) ?? 0) + 1);
  }
  return [
    ...findings.flatMap((finding) =>
      finding.paths.flatMap((path, index): readonly FocusChoice[] =>
        path.length < 3
          ? []
          : [
              {
                group: 'attack paths',
                label: cleanText(`${path[0] ?? ''} → ${path.at(-1) ?? ''}: ${finding.title}`),
                detail: `${shownSeverity(finding)}, ${count((path.length - 1) / 2, 'step')}`,
                focus: { type: 'path', finding: finding.id, index },
              },
            ],
      ),
    ),
    ...[...risks].map(([id, amount]): FocusChoice => ({
      group: 'risks',
      label: [catalog.risks.get(id)?.title ?? id, ...(catalog.risks.get(id)?.owasp[edition] ?? [])].join(
        ' · ',
      ),
      detail: count(amount, 'finding'),
      focus: { type: 'risk', id },
    })),
    ...[...architecture.boundaries.values()].map(({ id, title, zone }): FocusChoice => ({
      group: 'boundaries',
      label: cleanText(title ?? id),
      detail: zone === undefined ? id : `${id} · ${zone}`,
      focus: { type: 'boundary', id },
    })),
    ...[...architecture.elements.values()].map(({ id, title, kind }): FocusChoice => ({
      group: 'elements',
      label: cleanText(title ?? id),
      detail: `${id} · ${sentence(kind)}`,
      focus: { type: 'element', id },
    })),
  ];
}
