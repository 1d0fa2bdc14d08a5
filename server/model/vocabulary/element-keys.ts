import type { GroupName } from './kinds.ts';
import {
  boolean,
  controls,
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

export const zones: readonly Word[] = [
  word(
    'user-interface',
    'Requests and responses: what people see, and the entry in front of the application.',
  ),
  word('application', 'Our own logic, agents and tools.'),
  word('model', 'Models and what serves them.'),
  word('data', 'Stores, knowledge, training data and what fills them.'),
  word('organization', 'People, policies, suppliers and governance.'),
  word('environment', 'Accounts, networks, keys and telemetry under everything else.'),
  word('external', 'Outside our control.'),
];

export const trustLevels: readonly Word[] = [
  word('untrusted', 'Anybody may have written it.'),
  word('semi-trusted', 'Known parties wrote it, who may err or be tricked.'),
  word('trusted', 'We answer for it.'),
];

export const classifications: readonly Word[] = [
  word('public', 'May be seen by anybody.'),
  word('internal', 'For everybody in the organisation.'),
  word('confidential', 'For those who need it; a leak does harm.'),
  word('restricted', 'For few; a leak does grave harm or breaks the law.'),
];

export const authenticationWays: readonly Word[] = [
  word('none', 'Nobody is asked who they are.'),
  word('password', 'A password alone.'),
  word('mfa', 'More than one factor.'),
  word('federated', 'Signed in by an identity provider.'),
  word('token', 'A signed guest or session token.'),
  word('api-key', 'A static key.'),
  word('signed-request', 'Each request is signed.'),
  word('oauth', 'An OAuth access token.'),
  word('workload-identity', 'The platform vouches for the calling program.'),
  word('mtls', 'Both ends show certificates.'),
];

const effectWords: readonly Word[] = [
  word('read-only', 'Changes nothing.'),
  word('reversible-write', 'Changes something that can be put back.'),
  word('irreversible-write', 'Changes something that cannot be put back.'),
  word('destructive', 'Deletes or overwrites.'),
  word('financial', 'Moves money or orders something.'),
  word('messages-people', 'Sends something that people read.'),
  word('sends-outside', 'Data leaves in queries or requests.'),
  word('fetches-urls', 'Opens addresses that the caller names.'),
  word('executes-code', 'Runs code that the caller names.'),
  word('administrative', 'Changes rights, accounts or configuration.'),
  word('any', 'Cannot be known.'),
];

const unsaid: Word = word('unknown', 'Takes a default back: nothing is said.');

const effects: Key = key('effects', someOf(...effectWords), 'What a call can change or set off.', {
  assume: 'any',
});
const holds: Key = key('holds', references('data'), 'The data that is kept here.');
const writers: Key = key('writers', references('element'), 'Who writes here by ways that are not drawn.');
const origin: Key = key(
  'origin',
  oneOf(
    word('first-party', 'Made by us.'),
    word('third-party', 'Made by a named company.'),
    word('open-weights', 'Published weights of a named maker.'),
    word('community', 'Uploaded by anybody.'),
  ),
  'Who made it.',
);
const hosting: Key = key(
  'hosting',
  oneOf(
    word('managed', 'Run by our cloud provider in our account.'),
    word('self-hosted', 'Run by us.'),
    word('third-party-api', 'Run by another company behind an API.'),
    word('on-device', 'Runs on the user’s own device.'),
  ),
  'Who runs it.',
);
const version: Key = key('version', text, 'The exact version; an alias such as `latest` is not one.');
const digest: Key = key('digest', text, 'The hash that pins the file or image.');
const source: Key = key(
  'source',
  oneOf(
    word('repository', 'Kept under version control.'),
    word('remote', 'Fetched at run time from elsewhere.'),
  ),
  'Where the content comes from.',
);

/** Keys that every element takes. */
export const everyElement: readonly Key[] = [
  key('within', reference('boundary'), 'The boundary it lies in.'),
  key('zone', oneOf(...zones), 'The zone, where it differs from the boundary’s.'),
  key(
    'trust',
    oneOf(...trustLevels),
    'Declared trust. It may lower the computed one; raising it needs evidence.',
  ),
  key(
    'exposure',
    oneOf(
      word('internet', 'Anybody can reach it.'),
      word('partner', 'Named other organisations can reach it.'),
      word('internal', 'Only our own network or people reach it.'),
      word('local', 'Only the same machine reaches it.'),
    ),
    'Who can reach it over the network.',
  ),
  key(
    'service',
    { type: 'service' },
    'The product, `platform:product`: it brings what the catalog knows of it.',
  ),
  key('runs-as', reference('identity'), 'The identity it acts with.'),
  effects,
  key('controls', controls, 'Controls that stand here, with their status.'),
];

/** Keys of one group each, beside those of every element. */
export const groupKeys: Readonly<Record<GroupName, readonly Key[]>> = {
  actor: [
    key('authentication', oneOf(...authenticationWays), 'How this actor signs in.'),
    key(
      'sign-up',
      oneOf(
        word('open', 'Anybody may create an account.'),
        word('invited', 'Accounts are made on invitation.'),
        word('directory', 'Accounts come from the organisation’s directory.'),
      ),
      'How one becomes such an actor.',
    ),
    key('clearance', oneOf(...classifications), 'The highest classification this actor may see.'),
    key('tenant', text, 'The tenant this actor belongs to.'),
  ],
  interface: [
    key(
      'renders',
      someOf(
        word('text', 'Shown as plain text.'),
        word('markdown', 'Markdown is rendered.'),
        word('html', 'HTML is rendered.'),
        word('ansi', 'Terminal control sequences are obeyed.'),
      ),
      'What it makes of generated text.',
      { assume: 'markdown' },
    ),
    key('loads-remote-content', boolean, 'Whether it fetches images or links of an answer by itself.', {
      assume: 'true',
    }),
  ],
  edge: [
    key(
      'grants',
      someOf(
        word('authorization-code', 'OAuth with a browser.'),
        word('client-credentials', 'OAuth for programs.'),
        word('implicit', 'Tokens in the address; no longer advised.'),
        word('password', 'The application sees the password; no longer advised.'),
        word('token-exchange', 'A token is swapped for a narrower one.'),
      ),
      'OAuth grants that the identity provider issues.',
    ),
  ],
  application: [
    key(
      'purpose',
      oneOf(
        word('assistance', 'General help.'),
        word('decision-support', 'People decide on the strength of it.'),
        word('medical', 'Advice on health.'),
        word('legal', 'Advice on law.'),
        word('financial', 'Advice on money.'),
        word('security', 'Work on security.'),
        word('code-generation', 'Writes code.'),
        word('content', 'Writes texts or pictures for publication.'),
      ),
      'What it is for.',
    ),
    key(
      'autonomy',
      oneOf(
        word('assists', 'Only proposes.'),
        word('asks-first', 'Acts after a person agreed.'),
        word('autonomous', 'Acts by itself when asked.'),
        word('scheduled', 'Acts by itself without being asked.'),
      ),
      'How far an agent acts by itself.',
      { assume: 'autonomous' },
    ),
    key('tools', references('component'), 'Tools it can call, when they are not drawn as flows.'),
  ],
  tool: [
    key(
      'reach',
      oneOf(
        word('none', 'It opens no connection.'),
        word('private', 'Our own network only.'),
        word('internet', 'The internet.'),
        word('any', 'Cannot be known.'),
      ),
      'What it can connect to by itself.',
      { assume: 'any' },
    ),
    key('via', reference('component'), 'The MCP server that offers it.'),
    key(
      'input',
      oneOf(
        word('typed', 'Named fields with types and limits.'),
        word('free-text', 'Any text.'),
        word('raw-query', 'A query in a query language.'),
        word('code', 'Code.'),
      ),
      'What a caller hands over.',
      { assume: 'free-text' },
    ),
    origin,
    version,
    digest,
    key(
      'transport',
      oneOf(word('stdio', 'A process on the same machine.'), word('http', 'Over the network.')),
      'How an MCP server is reached.',
    ),
  ],
  'control-point': [
    key('guards', references('place'), 'The flows or elements it stands before.'),
    key(
      'mode',
      oneOf(
        word('block', 'Stops what it finds.'),
        word('flag', 'Reports what it finds and lets it pass.'),
        word('redact', 'Removes what it finds and lets the rest pass.'),
      ),
      'What it does with a hit.',
    ),
    key(
      'fails',
      oneOf(
        word('open', 'When it breaks, everything passes.'),
        word('closed', 'When it breaks, nothing passes.'),
      ),
      'What happens when it breaks.',
    ),
    key(
      'sees',
      oneOf(
        word('parameters', 'The reviewer sees what will really be done.'),
        word('summary', 'The reviewer sees a summary.'),
      ),
      'What a human reviewer is shown.',
    ),
    key(
      'capacity-per-day',
      { type: 'integer', from: 0, to: 1_000_000 },
      'How many cases a reviewer can judge a day.',
    ),
    version,
    origin,
  ],
  model: [
    hosting,
    origin,
    version,
    digest,
    key(
      'artifact-format',
      oneOf(
        word('safetensors', 'Weights only.'),
        word('gguf', 'Weights only, quantised.'),
        word('onnx', 'A graph of operators.'),
        word('pickle', 'Loading it can run code.'),
        word('pytorch', 'Pickle inside: loading it can run code.'),
        word('keras', 'May hold layers with code.'),
        word('other', 'None of these.'),
      ),
      'The format of the model file.',
    ),
    key(
      'tuning',
      oneOf(
        word('none', 'Used as it came.'),
        word('fine-tuned', 'Tuned on our data.'),
        word('self-trained', 'Trained by us.'),
      ),
      'What we did to it.',
    ),
    key('trained-on', references('data'), 'Our data that it was trained or tuned on.'),
    key('proprietary', boolean, 'Whether the model itself is worth stealing.'),
  ],
  'ml-platform': [origin, hosting, version],
  state: [
    holds,
    writers,
    key(
      'keeps',
      oneOf(
        word('per-session', 'Each conversation has its own.'),
        word('per-user', 'Each user has their own.'),
        word('shared', 'All users share it.'),
      ),
      'For whom it remembers.',
      { assume: 'shared' },
    ),
    source,
  ],
  data: [holds, writers, key('multi-tenant', boolean, 'Whether several tenants’ data lie in it.'), source],
  external: [
    holds,
    writers,
    key('region', text, 'Where it processes data.'),
    key(
      'terms',
      oneOf(
        word('no-training', 'Our data is not used for training.'),
        word('may-train', 'Our data may be used for training.'),
      ),
      'What the contract says about our data.',
    ),
  ],
  operations: [holds, version],
};

export const entryKeys: readonly Key[] = [
  key('title', text, 'A name for people.'),
  key('description', text, 'What it is, in a sentence.'),
  key('evidence', texts, 'A path, `path#part` or URL that shows it, or a list.'),
  key('when', reference('option'), 'It is there only when the option is on.'),
  key('unless', reference('option'), 'It is there only when the option is off.'),
];

/** `unknown` may stand as the value of every property. */
export const unknownWord: Word = unsaid;
