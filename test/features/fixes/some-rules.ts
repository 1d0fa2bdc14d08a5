import type { Analysis } from '../../../server/analysis/analysis.ts';
import { analyze } from '../../../server/analysis/analyze.ts';
import type { Catalog } from '../../../server/catalog/catalog.ts';
import { loadCatalog } from '../../../server/catalog/load-catalog.ts';
import { readOwnCatalog } from '../../../scripts/generate/compile-catalog.ts';

/** A few rules of each form over our own controls, so that fixtures do not change when the catalog grows. */
const rules = `rules:
  unapproved-action:
    zone: application
    title: Nobody agrees
    severity: high
    risks: [excessive-agency]
    when: { component: { kind: agent, autonomy: [autonomous, scheduled] } }
    require:
      - any-of: [human-approval, execution-budget]
        at: [target, boundary, system]
    message: nobody agrees to what "{element}" does
    why: It acts by itself.
  unscreened-prompt:
    zone: user-interface
    title: Nothing screens
    severity: high
    risks: [prompt-injection]
    when:
      path:
        from: { trust: [untrusted, semi-trusted] }
        to: { kind: [llm, agent] }
        enters-by: [prompt]
    require:
      - any-of: [prompt-injection-filter]
        at: every-path
    message: nothing screens what reaches "{element}"
    why: Text can carry instructions.
  unplanned-threats:
    zone: organization
    title: No threat model
    severity: low
    risks: [prompt-injection]
    when: { system: { has: [{ group: model }] } }
    require:
      - any-of: [threat-model]
        at: system
    message: nobody has modelled the threats
    why: What is not looked for is not found.
`;

export async function someCatalog(): Promise<Catalog> {
  const own = await readOwnCatalog();
  const { catalog, problems } = loadCatalog([{ path: 'rules.yaml', text: rules }], 'test', {
    ...own,
    rules: new Map(),
  });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return catalog;
}

export function analyzed(text: string, catalog: Catalog): Analysis {
  const options = { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true };
  return analyze(text, catalog, options);
}
