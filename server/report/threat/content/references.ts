import type { Analysis } from '../../../analysis/analysis.ts';

export interface ReferenceGroup {
  readonly title: string;
  readonly entries: readonly {
    readonly id: string;
    readonly name: string;
    /** Rules of open findings, or missing controls, that lead to it. */
    readonly from: readonly string[];
  }[];
}

/** Ids of outside frameworks that the open findings and the controls that answer them refer to. */
export function referencesOf({ catalog, findings }: Analysis): readonly ReferenceGroup[] {
  const open = findings.filter(({ status }) => status !== 'accepted');
  const rules = [...new Set(open.map(({ rule }) => rule))].flatMap((id) => catalog.rules.get(id) ?? []);
  const controls = [
    ...new Set(open.flatMap(({ missing }) => missing.flatMap((group) => group.controls.slice(0, 1)))),
  ].flatMap((id) => catalog.controls.get(id) ?? []);
  const groups = [
    group('owasp-agentic', rules, ({ agentic }) => agentic),
    group('owasp-mcp', rules, ({ mcp }) => mcp),
    group('cwe', rules, ({ cwe }) => cwe),
    group('mitre-atlas', controls, ({ atlas }) => atlas),
    group('aisvs', controls, ({ aisvs }) => aisvs),
  ];
  return groups.filter(({ entries }) => entries.length > 0);

  function group<T extends { readonly id: string }>(
    framework: string,
    sources: readonly T[],
    idsOf: (source: T) => readonly string[],
  ): ReferenceGroup {
    const { title = framework, version = '', names = {} } = catalog.frameworks.get(framework) ?? {};
    const found = new Map<string, string[]>();
    for (const source of sources) {
      for (const id of idsOf(source)) found.set(id, [...(found.get(id) ?? []), source.id]);
    }
    const entries = [...found].map(([id, from]) => ({ id, name: names[id] ?? '', from }));
    return { title: `${title} ${version}`.trim(), entries: entries.sort((a, b) => compareIds(a.id, b.id)) };
  }
}

/** Numbers inside ids count as numbers: `2.1.3` before `11.4.1`. */
function compareIds(a: string, b: string): number {
  const parts = (id: string): readonly string[] => id.match(/\d+|\D+/g) ?? [];
  const other = parts(b);
  for (const [at, part] of parts(a).entries()) {
    const against = other[at] ?? '';
    if (part === against) continue;
    const difference = Number(part) - Number(against);
    return Number.isNaN(difference) ? (part < against ? -1 : 1) : difference;
  }
  return a.length - b.length;
}
