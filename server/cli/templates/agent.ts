import type { Template } from './template.ts';

export const agent: Template = {
  summary: 'an agent that acts through tools',
  scope: 3,
  body: `defaults:
  flows: { encrypted: true }

boundaries:
  internet:    { zone: external }
  account:     { zone: environment }
  application: { zone: application, within: account, egress: listed }
  model:       { zone: model, within: account, operated-by: provider }
  data:        { zone: data, within: account }

identities:
  agent-role: { kind: workload, privilege: narrow, lifetime: short }

actors:
  employee: { kind: internal-user, within: internet, authentication: mfa, sign-up: directory }

components:
  assistant:
    kind: agent
    within: application
    exposure: internet
    autonomy: asks-first
    runs-as: agent-role
  llm:     { kind: llm, within: model, hosting: managed, origin: third-party }
  lookup:  { kind: tool, within: application, effects: [read-only], reach: private, input: typed }
  mailer:  { kind: tool, within: application, effects: [messages-people], reach: internet, input: typed }
  records: { kind: database, within: data, holds: [customer-records] }
  memory:  { kind: memory-store, within: data, keeps: per-user, holds: [task] }

data:
  task:             { classification: confidential }
  result:           { classification: confidential }
  customer-records: { classification: confidential, tags: [pii] }

flows:
  ask:      { from: employee, to: assistant, purpose: prompt, carries: [task], returns: [result] }
  infer:    { from: assistant, to: llm, carries: [task, customer-records], returns: [result] }
  look-up:  { from: assistant, to: lookup, carries: [task], returns: [customer-records], identity: end-user }
  query:    { from: lookup, to: records, purpose: query, carries: [task], returns: [customer-records], rights: read }
  send:     { from: assistant, to: mailer, carries: [result], returns: [] }
  remember: { from: assistant, to: memory, purpose: memory, carries: [task], returns: [task] }
`,
};
