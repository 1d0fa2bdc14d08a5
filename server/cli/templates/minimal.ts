import type { Template } from './template.ts';

export const minimal: Template = {
  summary: 'one application and one model',
  scope: 3,
  body: `boundaries:
  internet:    { zone: external }
  application: { zone: application }
  model:       { zone: model, operated-by: provider }

actors:
  user: { kind: end-user, within: internet, authentication: federated }

components:
  app: { kind: application, within: application, exposure: internet }
  llm: { kind: llm, within: model, hosting: managed, origin: third-party }

data:
  question: { classification: internal }
  answer:   { classification: internal }

flows:
  ask:   { from: user, to: app, purpose: prompt, carries: [question], returns: [answer], encrypted: true }
  infer: { from: app, to: llm, carries: [question], returns: [answer], encrypted: true }
`,
};
