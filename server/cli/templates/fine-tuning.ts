import type { Template } from './template.ts';

export const fineTuning: Template = {
  summary: 'a model that is fine-tuned on your own data and served',
  scope: 4,
  body: `defaults:
  flows: { encrypted: true }

boundaries:
  internet:    { zone: external }
  account:     { zone: environment }
  application: { zone: application, within: account, egress: listed }
  training:    { zone: model, within: account, egress: listed }
  serving:     { zone: model, within: account }
  data:        { zone: data, within: account }

identities:
  training-role: { kind: workload, privilege: narrow, lifetime: short }

actors:
  customer:       { kind: end-user, within: internet, authentication: federated }
  data-scientist: { kind: developer, within: account, authentication: mfa }

components:
  hub:      { kind: model-hub, within: internet, origin: community }
  app:      { kind: application, within: application, exposure: internet }
  examples: { kind: training-dataset, within: data, holds: [training-examples], writers: [data-scientist] }
  trainer:  { kind: training-pipeline, within: training, runs-as: training-role }
  registry: { kind: model-registry, within: training, }
  llm:
    kind: llm
    within: serving
    hosting: self-hosted
    origin: open-weights
    tuning: fine-tuned
    trained-on: [training-examples]
    artifact-format: safetensors

data:
  question:          { classification: confidential }
  answer:            { classification: confidential }
  training-examples: { classification: confidential, tags: [training-data] }
  base-model:        { classification: public }
  weights:           { classification: confidential, tags: [model-weights] }

flows:
  ask:      { from: customer, to: app, purpose: prompt, carries: [question], returns: [answer] }
  infer:    { from: app, to: llm, carries: [question], returns: [answer] }
  download: { from: trainer, to: hub, purpose: query, carries: [], returns: [base-model] }
  train:    { from: examples, to: trainer, purpose: training, carries: [training-examples] }
  register: { from: trainer, to: registry, purpose: delivery, carries: [weights], returns: [] }
  deploy:   { from: registry, to: llm, purpose: deployment, carries: [weights] }
`,
};
