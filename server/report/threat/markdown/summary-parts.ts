import { severities } from '../../../catalog/rule.ts';
import { bullets, md, prose, table } from '../../markup/markdown.ts';
import { count } from '../content/naming.ts';
import { sentence } from '../../../diagram/graph/words.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { placeMd } from './place-md.ts';

export function summaryParts({ summary, next, today, edition }: ThreatReport): readonly string[] {
  const { name, description, facts, verdict, remarks, inherent, residual, figures, errors } = summary;
  return [
    `# Threat report: ${md(name)}`,
    `${today}, OWASP Top 10 for LLM applications ${edition}.`,
    description === undefined ? '' : md(description),
    bullets(facts.map(([label, value]) => `${label}: ${md(value)}`)),
    '## Summary',
    errors.length === 0
      ? ''
      : `**The descriptor has faults, so this report is incomplete.**\n\n${bullets(errors.map(md))}`,
    `**${md(verdict)}**`,
    bullets(remarks.map(md)),
    table(
      ['', ...severities.toReversed().map(sentence)],
      [
        [
          'Inherent risk, with no control counted',
          ...severities.toReversed().map((one) => String(inherent[one])),
        ],
        [
          'Residual risk, with the controls in place',
          ...severities.toReversed().map((one) => String(residual[one])),
        ],
      ],
    ),
    `${figures.map(([number, what]) => `${number} ${what}`).join(', ')}.`,
    '## What to do next',
    next.length === 0
      ? 'No addition tried closes a finding.'
      : next
          .map(({ title, at, effort, summary: what, closes, together }, step) =>
            [
              `${step + 1}. **${md(title)}** at ${placeMd(at)} (${effort} effort): ${together.length === 0 ? '' : `together with ${md(together.join(', '))} `}closes ${count(closes.length, 'finding')}. ${prose(what)}`,
              ...closes.map(
                (finding) => `   - ${finding.severity}: ${md(finding.title)} at ${placeMd(finding.at)}`,
              ),
            ].join('\n'),
          )
          .join('\n'),
  ];
}
