import { purposes } from '../../model/vocabulary/flow-keys.ts';
import { systemKeys } from '../../model/vocabulary/section-keys.ts';
import { oneOrMore } from '../decode/collections.ts';
import { mapped, reportProblem, type Decoder } from '../decode/decoder.ts';
import { defaulted, optional, record, required } from '../decode/record.ts';
import { namesOf, oneWord } from '../decode/scalars.ts';
import { flowFacts, systemFacts } from '../facts.ts';
import type { ComponentForm, FlowForm, PathForm, RuleForm, SessionForm, SystemForm } from '../rule.ts';
import {
  condition,
  dataCondition,
  elementCondition,
  flowCondition,
  flowConditionFields,
} from './condition-keys.ts';

const component: Decoder<ComponentForm> = mapped(elementCondition, (element) => ({
  form: 'component',
  element,
}));

const flow: Decoder<FlowForm> = mapped(
  condition(
    'condition on a flow',
    {
      ...flowConditionFields(),
      place: defaulted(
        oneWord('place', ['flow', 'from', 'to', 'boundary', 'system']),
        'flow',
        'Where the finding stands: on the flow, or once for all such flows of an end, a boundary or the system.',
      ),
    },
    flowFacts,
  ),
  ({ place, ...rest }) => ({ form: 'flow', flow: rest, place }),
);

const purposeWords = oneOrMore(oneWord('purpose', namesOf(purposes)));

const path: Decoder<PathForm> = mapped(
  record('path', {
    from: required(elementCondition, 'Where the path starts.'),
    to: required(elementCondition, 'Where it ends.'),
    entersBy: defaulted(purposeWords, [], 'Purposes of the first hop; none means any.'),
    arrivesBy: defaulted(purposeWords, [], 'Purposes of the last hop; none means any.'),
    carrying: optional(dataCondition, 'What must be carried from the first hop to the last.'),
    through: optional(elementCondition, 'An element that must stand between the ends.'),
    lastHop: optional(flowCondition, 'A condition on the last flow.'),
    place: defaulted(
      oneWord('place', ['target', 'session', 'source']),
      'target',
      'Where the finding stands: on the target, on the session the path goes through, or on the source.',
    ),
  }),
  (fields) => ({ form: 'path', ...fields }),
);

const session: Decoder<SessionForm> = mapped(
  record('session', {
    capabilities: required(
      oneOrMore(
        oneWord('capability', [
          'untrusted-input',
          'private-data',
          'external-communication',
          'state-change',
          'credentials',
        ]),
      ),
      'What meets in one agent or model session.',
    ),
    owner: optional(elementCondition, 'The agent or model whose session it is.'),
  }),
  (fields) => ({ form: 'session', ...fields }),
);

const system: Decoder<SystemForm> = mapped(
  condition(
    'condition on the system',
    {
      unstated: defaulted(
        oneOrMore(oneWord('system key', namesOf(systemKeys))),
        [],
        'Keys of the system about which nothing may be stated.',
      ),
      has: defaulted(oneOrMore(elementCondition), [], 'Each must be met by some element.'),
      hasFlow: defaulted(oneOrMore(flowCondition), [], 'Each must be met by some flow.'),
      hasNot: defaulted(oneOrMore(elementCondition), [], 'No element may meet one of these.'),
    },
    systemFacts,
  ),
  (fields) => ({ form: 'system', ...fields }),
);

const choice = record('rule’s "when"', {
  component: optional(component, 'An element that meets the condition.'),
  flow: optional(flow, 'A flow that meets the condition.'),
  path: optional(path, 'A way of data from one element to another.'),
  session: optional(session, 'Capabilities that meet in one session.'),
  system: optional(system, 'The system as a whole.'),
});

/** Exactly one of the forms. */
export const formKeys: Decoder<RuleForm> = {
  decode: (node, report) => {
    const read = choice.decode(node, report);
    if (read === undefined) return undefined;
    const [first, ...others] = [read.component, read.flow, read.path, read.session, read.system].filter(
      (form) => form !== undefined,
    );
    if (first !== undefined && others.length === 0) return first;
    reportProblem(report, node.span, 'a rule has exactly one form: component, flow, path, session or system');
    return undefined;
  },
  schema: (definitions) => ({ ...choice.schema(definitions), minProperties: 1, maxProperties: 1 }),
};
