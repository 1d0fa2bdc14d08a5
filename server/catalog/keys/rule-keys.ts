import { listOf, oneOrMore } from '../decode/collections.ts';
import type { Decoder } from '../decode/decoder.ts';
import { defaulted, optional, record, required } from '../decode/record.ts';
import { integer, literal, mention, namesOf, oneWord, prose } from '../decode/scalars.ts';
import { systemKeys } from '../../model/vocabulary/section-keys.ts';
import { severities, type Rule } from '../rule.ts';
import { controlZones } from './control-keys.ts';
import { formKeys } from './form-keys.ts';
import { messageText } from './message-text.ts';
import { requirementKeys } from './requirement-keys.ts';
import { severityChangeKeys } from './severity-change-keys.ts';
import { agenticField, cweField, guidanceField, mcpField, risksField } from './shared-fields.ts';

const stageWords = systemKeys.flatMap(({ name, value }) =>
  name === 'stage' && value.type === 'word' ? namesOf(value.words) : [],
);

/** A rule without what its file says: id, origin, and the zone where the folder names it. */
export type RuleText = Omit<Rule, 'id' | 'origin' | 'zone'> & { readonly zone?: string };

export const ruleKeys: Decoder<RuleText> = record('rule', {
  title: required(prose, 'The fault, for people.'),
  zone: optional(oneWord('zone', controlZones), 'The zone, where no folder names it.'),
  severity: required(oneWord('severity', severities), 'How bad it is where nothing raises or lowers it.'),
  risks: risksField,
  agentic: agenticField,
  mcp: mcpField,
  cwe: cweField,
  scopes: defaulted(
    listOf(integer(1, 5)),
    [],
    'Scopes of the scoping matrix in which it applies; none means all.',
  ),
  stages: defaulted(listOf(oneWord('stage', stageWords)), [], 'Stages in which it applies; none means all.'),
  when: required(formKeys, 'Where it looks: exactly one of component, flow, path, session, system.'),
  require: defaulted(
    oneOrMore(requirementKeys),
    [],
    'Groups of controls that must all be satisfied. Without any it is an anti-pattern, which no control excuses.',
  ),
  raise: defaulted(oneOrMore(severityChangeKeys), [], 'When it is worse.'),
  lower: defaulted(oneOrMore(severityChangeKeys), [], 'When it is less bad.'),
  unless: defaulted(
    oneOrMore(mention('rule')),
    [],
    'Rules that say the same in a stronger form: where one of them stands at the same place, this one is silent.',
  ),
  message: required(
    messageText,
    'What is wrong, with {element}, {from}, {to} … for the names of the case at hand.',
  ),
  why: required(prose, 'Why it matters.'),
  notAFault: defaulted(prose, '', 'When it is a false alarm, and how to say so in the descriptor.'),
  instead: defaulted(prose, '', 'What to do where no control answers.'),
  examples: defaulted(
    oneOrMore(
      record('pair of examples', {
        fails: required(
          literal,
          'A descriptor in which the rule finds its fault, marked by `# ^ finding` below the place.',
        ),
        passes: required(literal, 'The same without the fault.'),
      }),
    ),
    [],
    'Descriptors that show the fault and its absence; the tests run them.',
  ),
  guidance: guidanceField,
});
