import { word, type Word } from './word.ts';

/** How an element is drawn and what it can be in a data-flow diagram. */
export type Shape = 'external-entity' | 'process' | 'store';

export type GroupName =
  | 'actor'
  | 'interface'
  | 'edge'
  | 'application'
  | 'tool'
  | 'control-point'
  | 'model'
  | 'ml-platform'
  | 'state'
  | 'data'
  | 'external'
  | 'operations';

export interface Group extends Word {
  readonly name: GroupName;
  readonly title: string;
  readonly shape: Shape;
}

export interface Kind extends Word {
  readonly group: GroupName;
  readonly shape: Shape;
  /** What every element of the kind is, by property; a statement in the descriptor wins. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** Controls that an element of the kind is by itself: a reviewer who is asked approves. */
  readonly impliedControls: readonly string[];
}

export const groups: readonly Group[] = [
  group('actor', 'Actors', 'external-entity', 'People and programs outside the system that use it.'),
  group('interface', 'Interfaces', 'process', 'What people look at and type into.'),
  group('edge', 'Edge', 'process', 'What stands between callers and the application.'),
  group('application', 'Application', 'process', 'Our own logic: services, agents, workflows.'),
  group('tool', 'Tools', 'process', 'What a model can call to act or to look something up.'),
  group(
    'control-point',
    'Control points',
    'process',
    'Elements whose purpose is to check, block or approve.',
  ),
  group('model', 'Models', 'process', 'Models and AI services that turn input into generated output.'),
  group('ml-platform', 'ML platform', 'process', 'What serves, trains, evaluates and supplies models.'),
  group('state', 'State', 'store', 'What the system remembers between calls.'),
  group('data', 'Data', 'store', 'Stores of content, knowledge and records.'),
  group('external', 'External', 'external-entity', 'Content and services outside our control.'),
  group('operations', 'Operations', 'process', 'What runs, watches and ships the system.'),
];

const factsOfKinds: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'code-interpreter': { effects: ['executes-code'], input: ['code'] },
  'browser-tool': { effects: ['fetches-urls'], reach: ['internet'] },
  'model-hub': { origin: ['community'] },
  'anonymous-user': { authentication: ['none'] },
};

const controlsOfKinds: Readonly<Record<string, readonly string[]>> = {
  'human-reviewer': ['human-approval'],
  'policy-engine': ['policy-decision-point'],
  'egress-proxy': ['egress-allowlist'],
};

const storesAmongOperations: ReadonlySet<string> = new Set([
  'log-store',
  'audit-log',
  'secret-store',
  'artifact-repository',
]);

export const kinds: readonly Kind[] = [
  ...kindsOf('actor', {
    'end-user': 'A person outside the organisation who uses the system.',
    'internal-user': 'A person of the organisation who uses the system at work.',
    'anonymous-user': 'Anybody: a caller whom nobody has identified.',
    administrator: 'A person who runs or configures the system.',
    developer: 'A person who builds the system or ships its code.',
    partner: 'A person or system of another organisation under contract.',
    contributor: 'Somebody who writes content or code that the system reads.',
    'client-application': 'A program outside the system that calls it.',
    'external-agent': 'An agent outside our control that talks to the system.',
  }),
  ...kindsOf('interface', {
    'web-client': 'A page or single-page application in a browser.',
    'mobile-client': 'An application on a phone or tablet.',
    'chat-ui': 'A conversation window that shows generated answers.',
    'ide-client': 'An editor or its plug-in that shows or applies generated text.',
    'email-client': 'A mail program that shows generated or processed mail.',
    'voice-client': 'A telephone line or device that is spoken to.',
    terminal: 'A command line that prints generated text.',
  }),
  ...kindsOf('edge', {
    'api-gateway': 'The managed entry to an API.',
    'model-gateway': 'A proxy in front of models that routes, meters and checks.',
    'load-balancer': 'Spreads requests over several servers.',
    'reverse-proxy': 'A web server that passes requests on to the application.',
    'content-delivery': 'A content delivery network in front of pages or APIs.',
    'identity-provider': 'Signs people or programs in and issues tokens.',
  }),
  ...kindsOf('application', {
    application: 'A service with ordinary logic.',
    orchestrator: 'Fixed steps around a model, such as a retrieval chain.',
    agent: 'A program in which the model chooses the steps.',
    workflow: 'A defined process with steps, branches and retries.',
    'message-bus': 'A queue or topic that passes messages on.',
  }),
  ...kindsOf('tool', {
    tool: 'One action, or a family of actions, that a model can call.',
    'mcp-server': 'A server that offers tools by the Model Context Protocol.',
    'code-interpreter': 'Runs code that a model has written.',
    'browser-tool': 'Opens web pages, and may click and type, for a model.',
  }),
  ...kindsOf('control-point', {
    guardrail: 'A service that screens prompts or answers by rules and classifiers.',
    'guard-model': 'A model whose only work is to judge prompts or answers.',
    'policy-engine': 'Decides by rules outside the model whether an action may run.',
    'human-reviewer': 'A person who approves, corrects or re-types.',
    'egress-proxy': 'The only way out to the network, with a list of allowed hosts.',
  }),
  ...kindsOf('model', {
    llm: 'A language model that answers prompts, with or without images.',
    'embedding-model': 'Turns text or images into vectors.',
    reranker: 'Orders search hits by their fit to a question.',
    'speech-model': 'Turns speech into text or text into speech.',
    'image-model': 'Makes or describes images.',
    'ai-service': 'A ready-made service for vision, documents, translation and the like.',
  }),
  ...kindsOf('ml-platform', {
    'inference-server': 'The server that loads a model and answers requests to it.',
    'model-registry': 'Our own list of approved models and their files.',
    'model-hub': 'A public place from which models are downloaded.',
    'training-pipeline': 'Trains or fine-tunes a model.',
    'evaluation-pipeline': 'Tests a model before and after release.',
    'ingestion-pipeline': 'Reads, splits and embeds documents for retrieval.',
    labeling: 'People or programs who label data for training.',
  }),
  ...kindsOf('state', {
    'prompt-store': 'Keeps system prompts, templates or agent configuration.',
    'session-store': 'Keeps conversations while they last, and their history.',
    'memory-store': 'Keeps what an agent remembers beyond one conversation.',
    'semantic-cache': 'Keeps answers and gives them again to similar questions.',
  }),
  ...kindsOf('data', {
    'vector-store': 'Finds documents by the nearness of their embeddings.',
    'search-index': 'Finds documents by words, or by words and vectors.',
    'knowledge-base': 'Managed retrieval: store, embedding and search in one service.',
    'document-store': 'Keeps documents as people wrote them.',
    'object-store': 'Keeps files of any kind.',
    database: 'Keeps records that are queried.',
    'data-lake': 'Keeps large amounts of raw and prepared data.',
    'code-repository': 'Keeps source code.',
    'training-dataset': 'Data that a model is trained or tuned on.',
    'feedback-store': 'Ratings and corrections that users gave.',
  }),
  ...kindsOf('external', {
    'external-content': 'Content that others write: web pages, mail, uploads, tickets.',
    'external-api': 'An API of somebody else that the system calls.',
    'third-party-saas': 'A product of somebody else that holds some of our data.',
    'model-provider': 'The company behind a model API.',
    'tool-provider': 'The company or person behind a tool or MCP server.',
    supplier: 'Anybody else whose parts or services we build on.',
  }),
  ...kindsOf('operations', {
    'log-store': 'Keeps application logs and traces.',
    'audit-log': 'Keeps the record of who did what.',
    monitoring: 'Measures the system and raises alarms.',
    siem: 'Collects security events and correlates them.',
    'secret-store': 'Keeps passwords, tokens and keys for programs.',
    'key-management': 'Makes, keeps and rotates encryption keys.',
    'ci-cd': 'Builds and deploys the system.',
    'build-service': 'Builds images and packages.',
    'artifact-repository': 'Keeps images and packages.',
    'container-host': 'A container daemon or cluster node that runs workloads.',
  }),
];

/** Kinds whose behaviour a model decides: what they return and call is never more trusted than their context. */
export const modelDrivenKinds: ReadonlySet<string> = new Set([
  'llm',
  'agent',
  'guard-model',
  'external-agent',
]);

function group(name: GroupName, title: string, shape: Shape, doc: string): Group {
  return { name, title, shape, doc };
}

function kindsOf(groupName: GroupName, docs: Readonly<Record<string, string>>): readonly Kind[] {
  const shape = groups.find((candidate) => candidate.name === groupName)?.shape ?? 'process';
  return Object.entries(docs).map(([name, doc]) => ({
    ...word(name, doc),
    group: groupName,
    shape: storesAmongOperations.has(name) ? 'store' : shape,
    facts: factsOfKinds[name] ?? {},
    impliedControls: controlsOfKinds[name] ?? [],
  }));
}
