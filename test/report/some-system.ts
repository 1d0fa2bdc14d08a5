import type { AnalysisOptions, Analysis } from '../../server/analysis/analysis.ts';
import type { CheckedFile } from '../../server/report/check/checked-file.ts';
import { analyzeText, catalogWith } from '../support/analysis.ts';

/** A few rules of every kind of outcome, so that golden files do not change with the catalog. */
export const someCatalog = catalogWith({
  unscreened: `
when: { path: { from: { trust: untrusted }, to: { kind: llm }, enters-by: prompt } }
require: { any-of: [screen, hard-screen], at: every-path }
title: Untrusted text enters a model unscreened
message: '"{from}" reaches "{to}" unscreened'
why: Text can steer the model. A \`screen\` lowers the rate.
agentic: [ASI01]
cwe: [CWE-1427]`,
  wild: `
severity: medium
when: { component: { kind: agent, autonomy: [autonomous, scheduled] } }
require: { any-of: [human-approval], at: target }
title: An agent acts without being asked`,
  'free-tool': `
severity: critical
when: { component: { group: tool, input: free-text } }
title: A tool takes free text
instead: Give the tool typed parameters.`,
  unmarked: `
severity: low
when: { component: { kind: chat-ui } }
require: { any-of: [tone-of-voice], at: target }
title: Answers are not marked`,
  checked: `
when: { component: { kind: llm } }
require: { any-of: [output-check], at: target }
title: Nothing checks what the model writes`,
});

export const someSystem = `bartizan: 1
system:
  name: Help desk
  description: Answers customers.
  owner: desk@example.com
  scope: 3
  platform: aws
  risk-appetite: medium
boundaries:
  internet: { zone: external }
  app: { zone: application, title: Our application }
  model: { zone: model }
actors:
  customer: { kind: anonymous-user, within: internet, title: Customer }
components:
  chat: { kind: chat-ui, within: app }
  bot: { kind: agent, within: app, autonomy: autonomous, controls: { human-approval: { status: planned, owner: desk@example.com, due: 2026-06-30 } } }
  llm: { kind: llm, within: model, controls: { output-check: implemented } }
  search: { kind: tool, within: app, input: free-text, effects: [read-only] }
data:
  question: { classification: confidential }
  reply: { classification: internal }
flows:
  ask: { from: customer, to: chat, purpose: prompt, carries: [question], returns: [reply] }
  relay: { from: chat, to: bot, purpose: prompt, carries: [question], returns: [reply] }
  infer: { from: bot, to: llm, carries: [question], returns: [reply] }
  find: { from: bot, to: search, carries: [question], returns: [] }
accepted-risks:
  unmarked@chat: { reason: Internal pilot., owner: desk@example.com, approved-by: ciso@example.com, expires: 2026-12-24 }
`;

/** The same after a change: the tool is typed, the model screened, the acceptance gone. */
export const someSystemLater = someSystem
  .replace('input: free-text', 'input: typed')
  .replace('{ output-check: implemented }', '{ output-check: implemented, screen: implemented }')
  .replace(/accepted-risks:[^]*/, '');

/** Every text in it tries to be more than text. */
export const hostileSystem = someSystem
  .replaceAll('Help desk', `"<script>alert(1)</script> | [x](javascript:alert(1)) \\u202e @team"`)
  .replaceAll(
    'Answers customers.',
    `"</style><img src=x onerror=alert(2)> \`\`\` ![p](http://evil.example/p.png)"`,
  )
  .replaceAll('title: Customer', `title: "\\"><svg onload=alert(3)>"`)
  .replaceAll('Our application', `"=cmd|' /C calc'!A0"`)
  .replaceAll('Internal pilot.', `"<iframe src=//evil.example>\\n# heading\\n</details>"`);

export function someAnalysis(text = someSystem, options: Partial<AnalysisOptions> = {}): Analysis {
  return analyzeText(text, someCatalog, options);
}

export function checked(text = someSystem, file = 'desk/help.genai.yaml'): CheckedFile {
  return { file, analysis: someAnalysis(text), known: undefined };
}
