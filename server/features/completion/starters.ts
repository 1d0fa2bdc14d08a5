/** A whole descriptor to begin with, with tab stops. */
export interface Starter {
  readonly name: string;
  readonly doc: string;
  readonly body: string;
}

const opening = (name: string): string => `bartizan: 1

system:
  name: \${1:${name}}
  owner: \${2:team@example.com}
  scope: \${3|3,1,2,4,5|}
  platform: \${4|aws,azure,google-cloud,self-hosted,mixed|}
  stage: \${5|operation,requirements,model-selection,adaptation,evaluation,deployment|}

defaults:
  flows: { encrypted: true }
`;

export const starters: readonly Starter[] = [
  {
    name: 'genai-chatbot',
    doc: 'A chatbot with retrieval: people ask, an agent looks up documents and asks a model.',
    body: `${opening('Support chatbot')}
boundaries:
  internet: { zone: external }
  account: { zone: environment }
  front-door: { zone: user-interface, within: account }
  backend: { zone: application, within: account, egress: any }
  models: { zone: model }
  knowledge: { zone: data, within: account }

actors:
  customer: { kind: end-user, within: internet, authentication: federated, sign-up: open }
  editor: { kind: internal-user, within: internet, authentication: mfa }

components:
  chat: { kind: chat-ui, within: front-door, exposure: internet, renders: markdown }
  bot: { kind: agent, within: backend, autonomy: autonomous }
  model: { kind: llm, within: models, hosting: managed, origin: third-party }
  articles: { kind: vector-store, within: knowledge, holds: [product-docs], writers: [editor] }

data:
  question: { classification: confidential, tags: [pii] }
  reply: { classification: confidential }
  product-docs: { classification: internal }

flows:
  ask: { from: customer, to: chat, purpose: prompt, carries: [question], returns: [reply] }
  relay: { from: chat, to: bot, purpose: prompt, carries: [question], returns: [reply] }
  retrieve: { from: bot, to: articles, carries: [question], returns: [product-docs] }
  infer: { from: bot, to: model, carries: [question, product-docs], returns: [reply] }
$0`,
  },
  {
    name: 'genai-agent',
    doc: 'An agent with tools that changes things: a person approves, an MCP server offers the tools.',
    body: `${opening('Operations agent')}
boundaries:
  company: { zone: organization }
  backend: { zone: application, egress: listed }
  models: { zone: model }
  records: { zone: data }

identities:
  agent-role: { kind: workload, privilege: narrow, lifetime: short }

actors:
  employee: { kind: internal-user, within: company, authentication: federated }

components:
  agent: { kind: agent, within: backend, runs-as: agent-role, autonomy: asks-first }
  reviewer: { kind: human-reviewer, within: company, guards: [act], sees: parameters }
  tools: { kind: mcp-server, within: backend, origin: first-party, transport: http, input: typed, reach: private }
  change-record: { kind: tool, within: backend, via: tools, effects: [reversible-write], input: typed, reach: private }
  model: { kind: llm, within: models, hosting: managed, origin: third-party }
  database: { kind: database, within: records, holds: [record] }

data:
  request: { classification: internal }
  answer: { classification: internal }
  record: { classification: confidential }

flows:
  ask: { from: employee, to: agent, purpose: prompt, carries: [request], returns: [answer] }
  infer: { from: agent, to: model, carries: [request, record], returns: [answer] }
  act: { from: agent, to: change-record, carries: [request], returns: [record] }
  write: { from: change-record, to: database, carries: [request], returns: [record] }
$0`,
  },
  {
    name: 'genai-document-processing',
    doc: 'Documents of others are read, split, embedded and summarised.',
    body: `${opening('Document processing')}
boundaries:
  internet: { zone: external }
  backend: { zone: application, egress: none }
  models: { zone: model }
  storage: { zone: data }

actors:
  sender: { kind: contributor, within: internet, authentication: none }
  clerk: { kind: internal-user, within: internet, authentication: mfa }

components:
  inbox: { kind: object-store, within: storage, holds: [document] }
  reader: { kind: ingestion-pipeline, within: backend }
  embedder: { kind: embedding-model, within: models, hosting: managed, origin: third-party }
  index: { kind: vector-store, within: storage, holds: [document] }
  summariser: { kind: orchestrator, within: backend }
  model: { kind: llm, within: models, hosting: managed, origin: third-party }

data:
  document: { classification: confidential, tags: [pii] }
  question: { classification: internal }
  summary: { classification: confidential }

flows:
  send: { from: sender, to: inbox, purpose: upload, carries: [document], returns: [] }
  read: { from: reader, to: inbox, purpose: query, returns: [document] }
  embed: { from: reader, to: embedder, carries: [document], returns: [] }
  index-it: { from: reader, to: index, purpose: ingestion, carries: [document], returns: [] }
  ask: { from: clerk, to: summariser, purpose: prompt, carries: [question], returns: [summary] }
  retrieve: { from: summariser, to: index, carries: [question], returns: [document] }
  infer: { from: summariser, to: model, carries: [question, document], returns: [summary] }
$0`,
  },
  {
    name: 'genai-empty',
    doc: 'The sections of a descriptor, with nothing in them yet.',
    body: `${opening('My system')}
boundaries:
  internet: { zone: external }
  backend: { zone: application }
  models: { zone: model }

actors:
  user: { kind: end-user, within: internet, authentication: federated }

components:
  app: { kind: orchestrator, within: backend }
  model: { kind: llm, within: models, hosting: managed }

data:
  question: { classification: confidential }
  answer: { classification: confidential }

flows:
  ask: { from: user, to: app, purpose: prompt, carries: [question], returns: [answer] }
  infer: { from: app, to: model, carries: [question], returns: [answer] }
$0`,
  },
];
