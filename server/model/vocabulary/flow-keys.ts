import { authenticationWays } from './element-keys.ts';
import {
  boolean,
  controls,
  key,
  oneOf,
  references,
  someOf,
  text,
  word,
  type Key,
  type ValueType,
  type Word,
} from './word.ts';

export const purposes: readonly Word[] = [
  word('prompt', 'Somebody asks something.'),
  word('upload', 'A file is handed in.'),
  word('inference', 'A model is asked.'),
  word('embedding', 'Content is turned into vectors.'),
  word('retrieval', 'Documents are looked up for a context.'),
  word('tool-call', 'A tool is called.'),
  word('agent-message', 'One agent talks to another.'),
  word('memory', 'Something is remembered or recalled.'),
  word('query', 'Records are asked for.'),
  word('store', 'Something is put away.'),
  word('ingestion', 'Content is read in for retrieval.'),
  word('training', 'Data goes into a model’s training.'),
  word('feedback', 'Ratings or corrections are handed in.'),
  word('evaluation', 'A model is tested.'),
  word('screening', 'A control point judges content.'),
  word('approval', 'A person is asked to agree.'),
  word('sign-in', 'Somebody proves who they are.'),
  word('credential', 'A secret is fetched.'),
  word('delivery', 'An artefact such as a model or an image is delivered.'),
  word('deployment', 'Something is put into operation.'),
  word('telemetry', 'Logs, traces or measures are sent.'),
  word('administration', 'The system is run or configured.'),
  word('message', 'Anything else that one part tells another.'),
];

/** Calls that ask: silence about what they return is a question. */
export const askingPurposes: ReadonlySet<string> = new Set([
  'inference',
  'embedding',
  'retrieval',
  'query',
  'tool-call',
  'screening',
  'approval',
]);

const formats: ValueType = oneOf(
  word('text', 'Plain text.'),
  word('markdown', 'Markdown.'),
  word('html', 'HTML.'),
  word('json', 'JSON.'),
  word('sql', 'A database query.'),
  word('code', 'Program code.'),
  word('url', 'An address.'),
  word('binary', 'Bytes of a file.'),
  word('enumerated', 'One of a fixed list of values; it carries no instructions.'),
);

export const returnsKeys: readonly Key[] = [
  key('carries', references('data'), 'What comes back.'),
  key('format', formats, 'The form of what comes back.'),
  key('controls', controls, 'Controls on the answer alone.'),
];

/** Keys that a flow takes and that `defaults.flows` may preset. */
export const flowFacts: readonly Key[] = [
  key('encrypted', boolean, 'Short for the control `encryption-in-transit` on this flow.', {
    assume: 'false',
  }),
  key('authentication', oneOf(...authenticationWays), 'What the called side demands on this hop.', {
    assume: 'none',
  }),
  key(
    'identity',
    { type: 'reference', to: 'identity', many: false },
    'The identity the call acts with; `end-user` means the user’s own rights, passed on by means the model cannot alter.',
  ),
  key(
    'rights',
    oneOf(
      word('read', 'May read.'),
      word('write', 'May read and change.'),
      word('admin', 'May change rights and configuration.'),
      word('root', 'May do anything.'),
    ),
    'What the call may do at the called side.',
  ),
  key(
    'credential-in',
    oneOf(
      word('header', 'In a header.'),
      word('cookie', 'In a cookie.'),
      word('body', 'In the body.'),
      word('query', 'In the address, where logs and histories keep it.'),
    ),
    'Where the credential travels.',
  ),
  key(
    'secret',
    oneOf(
      word('published-default', 'A default that everybody can look up.'),
      word('static', 'Never changed.'),
      word('rotated', 'Changed from time to time.'),
      word('short-lived', 'Valid for minutes or hours.'),
    ),
    'The quality of the secret behind `authentication`.',
  ),
  key(
    'authorization',
    oneOf(
      word('caller-identity', 'From the authenticated caller.'),
      word('session', 'From the session.'),
      word('model-output', 'From what a model wrote.'),
      word('prompt', 'From what a user wrote.'),
      word('none', 'Nothing is decided.'),
    ),
    'Where the attributes of the access decision come from.',
  ),
  key('protocol', text, 'The protocol, such as https, grpc, stdio.'),
  key(
    'modality',
    someOf(
      word('text', 'Text.'),
      word('image', 'Pictures.'),
      word('audio', 'Sound.'),
      word('video', 'Film.'),
      word('file', 'Files.'),
    ),
    'What kind of content goes along.',
  ),
  key('format', formats, 'The form of what goes along.'),
  key(
    'sink',
    oneOf(
      word('html', 'Shown as HTML.'),
      word('sql', 'Run by a database.'),
      word('graph-query', 'Run by a graph database.'),
      word('shell', 'Run by a shell.'),
      word('code', 'Run by an interpreter.'),
      word('template', 'Filled in by a template engine.'),
      word('path', 'Used as a file name.'),
      word('url', 'Opened as an address.'),
      word('deserializer', 'Turned back into objects.'),
      word('email', 'Sent as mail.'),
      word('terminal', 'Printed on a terminal.'),
    ),
    'What interprets the content at the end.',
  ),
  key('controls', controls, 'Controls on this flow alone.'),
];

export const flowKeys: readonly Key[] = [
  key('from', references('element'), 'Who opens the connection or hands over.', { required: true }),
  key('to', references('element'), 'Who receives.', { required: true }),
  key('carries', references('data'), 'The data that goes along.'),
  key('returns', { type: 'returns' }, 'What comes back: data ids, or a map with carries, format, controls.'),
  key('purpose', oneOf(...purposes), 'What the flow is for; optional where the kinds decide it.'),
  ...flowFacts,
];
