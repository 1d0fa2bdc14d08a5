import type { Template } from './template.ts';

export const ragChatbot: Template = {
  summary: 'a chatbot that answers from documents (retrieval-augmented generation)',
  scope: 3,
  body: `defaults:
  flows: { encrypted: true }

boundaries:
  internet:       { zone: external }
  account:        { zone: environment }
  user-interface: { zone: user-interface, within: account }
  application:    { zone: application, within: account, egress: listed }
  model:          { zone: model, within: account, operated-by: provider }
  knowledge:      { zone: data, within: account }

actors:
  customer: { kind: end-user, within: internet, authentication: federated, sign-up: open }
  editor:   { kind: internal-user, within: internet, authentication: mfa }

components:
  chat:
    kind: chat-ui
    within: user-interface
    exposure: internet
    renders: markdown
    loads-remote-content: false
  bot:
    kind: orchestrator
    within: application
    purpose: assistance
  llm:
    kind: llm
    within: model
    hosting: managed
    origin: third-party
  embedder:  { kind: embedding-model, within: model, hosting: managed, origin: third-party }
  importer:  { kind: ingestion-pipeline, within: application }
  documents: { kind: document-store, within: knowledge, holds: [articles], writers: [editor] }
  index:     { kind: vector-store, within: knowledge, holds: [articles] }

data:
  question: { classification: confidential, tags: [pii] }
  answer:   { classification: confidential }
  articles: { classification: internal }

flows:
  ask:      { from: customer, to: chat, purpose: prompt, carries: [question], returns: { carries: [answer], format: markdown } }
  relay:    { from: chat, to: bot, purpose: prompt, carries: [question], returns: [answer] }
  retrieve: { from: bot, to: index, purpose: retrieval, carries: [question], returns: [articles] }
  infer:    { from: bot, to: llm, carries: [question, articles], returns: [answer] }
  read:     { from: importer, to: documents, purpose: query, carries: [], returns: [articles] }
  embed:    { from: importer, to: embedder, carries: [articles], returns: [articles] }
  fill:     { from: importer, to: index, purpose: ingestion, carries: [articles], returns: [] }
`,
};
