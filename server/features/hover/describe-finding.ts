import type { Analysis } from '../../analysis/analysis.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { bullets, code, codes, paragraphs, plain, prose } from '../markdown.ts';
import { againstRisks } from './describe-control.ts';
import type { HoverOptions } from './hover.ts';

/** A finding by its id, or what its rule is about where it is not open. */
export function describeFinding(analysis: Analysis, id: string, options: HoverOptions): string | undefined {
  const finding = analysis.findings.find((candidate) => candidate.id === id);
  const rule = describeRule(analysis, id.split('@', 1)[0] ?? '', options);
  if (finding === undefined || rule === undefined) return rule;
  return paragraphs(
    `${shownSeverity(finding)}, ${finding.status}: ${plain(finding.message)}`,
    bullets(finding.because.map(({ text }) => plain(text))),
    rule,
  );
}

export function describeRule(analysis: Analysis, id: string, options: HoverOptions): string | undefined {
  const rule = analysis.catalog.rules.get(id);
  if (rule === undefined) return undefined;
  const answers = rule.require.map(({ anyOf }) => codes(anyOf));
  return paragraphs(
    `**${prose(rule.title)}** — ${code(id)}, ${rule.severity}`,
    prose(rule.why),
    answers.length > 0 ? `Answered by ${answers.join('; and by ')}` : prose(rule.instead),
    rule.notAFault === '' ? undefined : `Not a fault: ${prose(rule.notAFault)}`,
    againstRisks(analysis, rule.risks, options),
    rule.origin === 'bartizan' ? `[More on this rule](${options.docsBase}/rules/${id}.md)` : undefined,
  );
}
