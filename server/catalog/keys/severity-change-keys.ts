import { mapped, type Decoder } from '../decode/decoder.ts';
import { optional, record, required } from '../decode/record.ts';
import { oneWord } from '../decode/scalars.ts';
import { severities, type SeverityChange } from '../rule.ts';
import { dataCondition, elementCondition, flowCondition } from './condition-keys.ts';
import { systemFactValues } from './fact-values.ts';

/** Conditions may stand beside `to`, or under `when`, where `to` means the target. */
export const severityChangeKeys: Decoder<SeverityChange> = mapped(
  record('change of severity', {
    to: required(oneWord('severity', severities), 'The severity where all conditions hold.'),
    from: optional(elementCondition, 'Of the source.'),
    target: optional(elementCondition, 'Of the target.'),
    flow: optional(flowCondition, 'Of the flow, or the last one of a path.'),
    system: optional(systemFactValues, 'Of the system.'),
    data: optional(dataCondition, 'Of the data that flows.'),
    when: optional(
      mapped(
        record('list of conditions', {
          from: optional(elementCondition, 'Of the source.'),
          to: optional(elementCondition, 'Of the target.'),
          flow: optional(flowCondition, 'Of the flow, or the last one of a path.'),
          system: optional(systemFactValues, 'Of the system.'),
          data: optional(dataCondition, 'Of the data that flows.'),
        }),
        ({ to, ...others }) => (to === undefined ? others : { ...others, target: to }),
      ),
      'The conditions, in a map of their own.',
    ),
  }),
  ({ when, ...beside }) => ({ ...when, ...beside }),
);
