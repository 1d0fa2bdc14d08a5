import type { Decoder } from '../decode/decoder.ts';
import { reportProblem } from '../decode/decoder.ts';
import { optional, record, required } from '../decode/record.ts';
import { oneWord, prose } from '../decode/scalars.ts';
import { severities, type Severity } from '../rule.ts';

/** What an organisation changes about a rule without writing it again. */
export type RuleOverride = 'off' | { readonly severity: Severity };

const severityOverride = record('change of a rule', {
  severity: required(oneWord('severity', severities), 'The severity instead of the rule’s own.'),
  reason: optional(prose, 'Why, for the next reader.'),
});

/** `off`, or a map with the severity. */
export const overrideKeys: Decoder<RuleOverride> = {
  decode: (node, report) => {
    if (node.type === 'map') return severityOverride.decode(node, report);
    if (node.type === 'scalar' && node.text === 'off') return 'off';
    reportProblem(report, node.span, 'this must be off, or a map with a severity: { severity: high }');
    return undefined;
  },
  schema: (definitions) => ({ anyOf: [{ const: 'off' }, severityOverride.schema(definitions)] }),
};
