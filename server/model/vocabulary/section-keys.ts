import { classifications, trustLevels, zones } from './element-keys.ts';
import {
  controls,
  date,
  key,
  oneOf,
  reference,
  references,
  someOf,
  text,
  texts,
  word,
  type Key,
  type Word,
} from './word.ts';

export const platforms: readonly Word[] = [
  word('aws', 'Amazon Web Services.'),
  word('azure', 'Microsoft Azure.'),
  word('google-cloud', 'Google Cloud.'),
  word('self-hosted', 'Own machines.'),
  word('mixed', 'Several of these.'),
];

export const systemKeys: readonly Key[] = [
  key('name', text, 'The name of the system.'),
  key('description', text, 'What it does, in a sentence.'),
  key('owner', text, 'Who answers for it.'),
  key(
    'scope',
    { type: 'integer', from: 1, to: 5 },
    'The scope of the AWS Generative AI Security Scoping Matrix: 1 consumer app, 2 enterprise app, 3 pre-trained model, 4 fine-tuned model, 5 self-trained model.',
  ),
  key('platform', oneOf(...platforms), 'Where it runs; advice names the means of this platform first.'),
  key(
    'stage',
    oneOf(
      word('requirements', 'The requirements are being written.'),
      word('model-selection', 'A model is being chosen.'),
      word('adaptation', 'A model is being tuned.'),
      word('evaluation', 'The system is being tested.'),
      word('deployment', 'The system is being put into operation.'),
      word('operation', 'People use it.'),
    ),
    'Where in its life the system is.',
  ),
  key(
    'criticality',
    oneOf(
      word('experimental', 'Nobody depends on it.'),
      word('supporting', 'Work goes on without it.'),
      word('important', 'Work suffers without it.'),
      word('critical', 'The organisation stops without it.'),
    ),
    'What depends on it.',
  ),
  key(
    'risk-appetite',
    oneOf(
      word('low', 'Residual risk above low is an open gap.'),
      word('medium', 'Residual risk above medium is an open gap.'),
      word('high', 'Residual risk above high is an open gap.'),
    ),
    'The residual risk that is borne.',
  ),
  key('options', { type: 'switches' }, 'Named switches of a deployment, with their defaults.'),
  key('evidence', texts, 'A path, `path#part` or URL that shows it, or a list.'),
  key('controls', controls, 'Controls that hold for the whole system.'),
];

export const boundaryKeys: readonly Key[] = [
  key('zone', oneOf(...zones), 'Whose controls apply to what lies within.', { required: true }),
  key('within', reference('boundary'), 'The boundary it lies in.'),
  key(
    'type',
    oneOf(
      word('trust', 'Trust changes here.'),
      word('network', 'A network or subnet.'),
      word('account', 'An account or subscription.'),
      word('tenant', 'One customer’s part.'),
      word('sandbox', 'A cage for code.'),
      word('process', 'One process.'),
      word('region', 'A region or country.'),
    ),
    'What kind of line it is.',
  ),
  key(
    'egress',
    oneOf(
      word('any', 'Everything may be reached from within.'),
      word('listed', 'Only named hosts.'),
      word('proxied', 'Only through drawn control points.'),
      word('none', 'Nothing outside.'),
    ),
    'What may be reached from within.',
    { assume: 'any' },
  ),
  key(
    'operated-by',
    oneOf(
      word('us', 'We run it.'),
      word('provider', 'Our cloud or model provider runs it.'),
      word('third-party', 'Somebody else runs it.'),
    ),
    'Who runs what lies within.',
  ),
  key('controls', controls, 'Controls that hold for all that lies within and for flows with an end within.'),
];

export const identityKeys: readonly Key[] = [
  key(
    'kind',
    oneOf(
      word('workload', 'A program’s own identity.'),
      word('user-delegated', 'A user’s rights, handed to a program.'),
      word('shared-account', 'One account for several.'),
      word('api-key', 'A key.'),
    ),
    'What kind of identity it is.',
  ),
  key(
    'privilege',
    oneOf(
      word('narrow', 'Named actions on named resources.'),
      word('broad', 'Some actions on all resources of a kind.'),
      word('wildcard', 'All actions of a service.'),
      word('admin', 'May change rights.'),
    ),
    'How much it may do.',
  ),
  key(
    'lifetime',
    oneOf(
      word('short', 'Credentials last minutes or hours.'),
      word('long', 'Credentials last until somebody changes them.'),
    ),
    'How long its credentials last.',
  ),
];

export const dataKeys: readonly Key[] = [
  key('classification', oneOf(...classifications), 'How much harm a leak does.', { assume: 'confidential' }),
  key(
    'tags',
    someOf(
      word('pii', 'About identified people.'),
      word('phi', 'About people’s health.'),
      word('pci', 'Payment cards.'),
      word('credentials', 'Secrets that open something.'),
      word('source-code', 'Program code.'),
      word('model-weights', 'The model itself.'),
      word('training-data', 'Used to train or tune.'),
      word('prompts', 'System prompts or templates.'),
      word('legal', 'Under legal duties.'),
      word('biometric', 'Faces, voices, fingerprints.'),
    ),
    'What kind of data it is.',
  ),
  key('trust', oneOf(...trustLevels), 'Trust of the content, where it differs from its source’s.'),
];

export const statuses: readonly Word[] = [
  word('implemented', 'In place.'),
  word('inherited', 'Brought by a provider or platform; needs `by` or `evidence`.'),
  word('planned', 'Decided and not yet in place.'),
  word('partial', 'In place for a part; `covers` says which.'),
  word('absent', 'Looked for, and not there.'),
  word('ineffective', 'There, and does not work; needs `reason`.'),
  word('not-applicable', 'Makes no sense here; needs `reason`.'),
];

export const declarationKeys: readonly Key[] = [
  key('status', oneOf(...statuses), 'Whether it is in place.', { required: true }),
  key('by', text, 'What implements it: `platform:product`, a component id, or `prompt`.'),
  key('evidence', texts, 'A path, `path#part` or URL that shows it, or a list.'),
  key('owner', text, 'Who answers for it.'),
  key('due', date, 'When it will be in place.'),
  key('reason', text, 'Why it is so.'),
  key('covers', text, 'What it covers, in words.'),
  key('except', references('place'), 'Elements or flows it does not cover.'),
  key(
    'fails',
    oneOf(
      word('open', 'When it breaks, everything passes.'),
      word('closed', 'When it breaks, nothing passes.'),
    ),
    'What happens when it breaks.',
  ),
  key('when', reference('option'), 'It is in place only when the option is on.'),
  key('unless', reference('option'), 'It is in place only when the option is off.'),
  key('params', { type: 'parameters' }, 'The control’s own figures.'),
];

export const acceptedRiskKeys: readonly Key[] = [
  key('reason', text, 'Why the risk is borne.', { required: true }),
  key('owner', text, 'Who bears it.', { required: true }),
  key('expires', date, 'The day on which it must be judged again.', { required: true }),
  key('approved-by', text, 'Who agreed.'),
  key('ticket', text, 'Where it is recorded.'),
];
