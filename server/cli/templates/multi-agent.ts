import type { Template } from './template.ts';

export const multiAgent: Template = {
  summary: 'agents that hand work to each other, with tools from an MCP server',
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
  planner-role: { kind: workload, privilege: narrow, lifetime: short }
  worker-role:  { kind: workload, privilege: narrow, lifetime: short }

actors:
  employee: { kind: internal-user, within: internet, authentication: mfa, sign-up: directory }

components:
  planner:    { kind: agent, within: application, exposure: internet, autonomy: asks-first, runs-as: planner-role }
  researcher: { kind: agent, within: application, autonomy: autonomous, runs-as: worker-role }
  writer:     { kind: agent, within: application, autonomy: autonomous, runs-as: worker-role }
  llm:        { kind: llm, within: model, hosting: managed, origin: third-party }
  tool-server:
    kind: mcp-server
    within: application
    effects: [read-only]
    reach: private
    origin: first-party
    transport: http
  website:    { kind: external-content, within: internet, holds: [web-page] }
  browser:    { kind: browser-tool, within: application, effects: [fetches-urls], reach: internet }
  workspace:  { kind: document-store, within: data, holds: [draft] }

data:
  task:     { classification: internal }
  web-page: { classification: public }
  draft:    { classification: internal }

flows:
  ask:       { from: employee, to: planner, purpose: prompt, carries: [task], returns: [draft] }
  delegate:  { from: planner, to: [researcher, writer], purpose: agent-message, carries: [task], returns: [draft] }
  infer:     { from: [planner, researcher, writer], to: llm, carries: [task, draft], returns: [draft] }
  call:      { from: researcher, to: tool-server, carries: [task], returns: [draft], authentication: oauth }
  browse:    { from: researcher, to: browser, carries: [task], returns: [web-page] }
  fetch:     { from: browser, to: website, purpose: query, carries: [], returns: [web-page] }
  save:      { from: writer, to: workspace, purpose: store, carries: [draft], returns: [] }
`,
};
