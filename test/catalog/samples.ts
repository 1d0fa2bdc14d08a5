/** A risk, a control and a rule with all that is required and nothing more; ids `prompt-injection`, `filter`, `fault`. */

export const theRisks = `prompt-injection:
  title: Prompt injection
  summary: Text steers the model.
  owasp: { '2023': [LLM01:2023], '2025': [LLM01:2025], '2026': [LLM01:2026] }`;

export const aControl = `title: Filter
summary: Screens text.
zones: [model]
places: { elements: [model], flows: [inference], boundaries: [], system: false }
protects: input
kind: preventive
assurance: probabilistic
risks: [prompt-injection]
effort: small
implement: { aws: [{ how: Switch it on. }] }`;

export const aRule = `title: Fault
severity: medium
risks: [prompt-injection]
when: { component: { kind: llm } }
require:
  - any-of: [filter]
    at: target
message: nothing screens what "{element}" is asked
why: Text can carry instructions.`;
