import type { Catalog, Framework } from '../../catalog/catalog.ts';
import { editions } from '../../catalog/risk.ts';
import { printable } from '../check/printable.ts';

/** What the catalog holds, for people: counts first, then every entry on one line. */
export function catalogText(catalog: Catalog): string {
  const { risks, controls, rules, services, frameworks } = catalog;
  const sections = [
    `${risks.size} risks, ${controls.size} controls, ${rules.size} rules, ${services.size} services, ${frameworks.size} frameworks`,
    listed(
      'Risks',
      [...risks.values()].map(({ id, title, owasp }) => [
        id,
        title,
        editions.flatMap((edition) => owasp[edition]).join(' '),
      ]),
    ),
    listed(
      'Controls',
      [...controls.values()].map(({ id, title, zones }) => [id, title, zones.join(', ')]),
    ),
    listed(
      'Rules',
      [...rules.values()].map(({ id, severity, title }) => [id, severity, title]),
    ),
    listed(
      'Frameworks, ids used of those known',
      [...frameworks.values()].map((framework) => [
        framework.id,
        `${framework.title} ${framework.version}`,
        `${usedIds(framework, catalog).length} of ${Object.keys(framework.names).length}`,
      ]),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The same for programs. */
export function catalogJson(catalog: Catalog): string {
  const output = {
    version: 1,
    counts: {
      risks: catalog.risks.size,
      controls: catalog.controls.size,
      rules: catalog.rules.size,
      services: catalog.services.size,
    },
    risks: [...catalog.risks.values()].map(({ id, title, owasp }) => ({ id, title, owasp })),
    controls: [...catalog.controls.values()].map(
      ({ id, title, zones, kind, assurance, effort, risks, origin }) => ({
        id,
        title,
        zones,
        kind,
        assurance,
        effort,
        risks,
        origin,
      }),
    ),
    rules: [...catalog.rules.values()].map(({ id, title, zone, severity, risks, agentic, origin }) => ({
      id,
      title,
      zone,
      severity,
      risks,
      agentic,
      origin,
    })),
    frameworks: [...catalog.frameworks.values()].map((framework) => ({
      id: framework.id,
      title: framework.title,
      version: framework.version,
      used: usedIds(framework, catalog),
    })),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}

function usedIds({ names }: Framework, { risks, controls, rules }: Catalog): readonly string[] {
  const used = new Set<string>();
  for (const { owasp, cwe } of risks.values()) {
    for (const id of [...Object.values(owasp).flat(), ...cwe]) used.add(id);
  }
  for (const { csf, agentic, mcp, atlas, aisvs, cwe } of controls.values()) {
    for (const id of [...csf, ...agentic, ...mcp, ...atlas, ...aisvs, ...cwe]) used.add(id);
  }
  for (const { agentic, mcp, cwe, scopes } of rules.values()) {
    for (const id of [...agentic, ...mcp, ...cwe, ...scopes.map(String)]) used.add(id);
  }
  return Object.keys(names).filter((id) => used.has(id));
}

function listed(heading: string, rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, at) => printable(cell).padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
  return [heading, ...lines].join('\n');
}
