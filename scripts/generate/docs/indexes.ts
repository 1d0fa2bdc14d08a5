import type { Catalog, Framework } from '../../../server/catalog/catalog.ts';
import { editions, type Edition } from '../../../server/catalog/risk.ts';
import { severities, type Rule } from '../../../server/catalog/rule.ts';
import { code, escaped, page, table } from './markdown.ts';
import { linksFrom, zoneTitle, zoneTitles } from './titles.ts';

/** For every edition and id: what the catalog does about it. */
export function indexByOwasp(catalog: Catalog): string {
  const links = linksFrom(catalog, '.');
  const blocks = [...editions].reverse().map((edition) => {
    const framework = catalog.frameworks.get(`owasp-llm-${edition}`);
    const rows = idsOf(catalog, edition, framework).map((id) => {
      const risks = [...catalog.risks.values()].filter(({ owasp }) => owasp[edition].includes(id));
      const about = ({ risks: named }: { readonly risks: readonly string[] }): boolean =>
        risks.some((risk) => named.includes(risk.id));
      const rules = bySeverity([...catalog.rules.values()].filter(about));
      const controls = [...catalog.controls.values()].filter(about);
      return [
        `${code(id)} ${escaped(framework?.names[id] ?? '')}`,
        risks.map((risk) => code(risk.id)).join('<br>'),
        rules.map((rule) => `${links.rule(rule.id)} (${rule.severity})`).join('<br>'),
        controls.map((control) => links.control(control.id)).join('<br>'),
      ];
    });
    return `## ${escaped(framework?.title ?? edition)}\n\n${table(['Id', 'Risk', 'Rules', 'Controls'], rows)}`;
  });
  return page(
    '# Index by OWASP id',
    'Ids carry the year of their edition, because the same number means different risks in different years.',
    ...blocks,
  );
}

function idsOf(catalog: Catalog, edition: Edition, framework: Framework | undefined): readonly string[] {
  if (framework !== undefined) return Object.keys(framework.names);
  return [...new Set([...catalog.risks.values()].flatMap(({ owasp }) => owasp[edition]))].sort();
}

/** For every trust boundary of the guidance: the faults that are looked for and the controls that belong there. */
export function indexByZone(catalog: Catalog): string {
  const links = linksFrom(catalog, '.');
  const blocks = Object.keys(zoneTitles).flatMap((zone) => {
    const rules = bySeverity([...catalog.rules.values()].filter((rule) => rule.zone === zone));
    const controls = [...catalog.controls.values()].filter(({ zones }) => zones.includes(zone));
    return [
      `## ${zoneTitle(zone)}`,
      rules.length === 0
        ? ''
        : table(
            ['Rule', 'Severity', 'Risks'],
            rules.map((rule) => [links.rule(rule.id), rule.severity, rule.risks.map(code).join(', ')]),
          ),
      controls.length === 0
        ? ''
        : table(
            ['Control', 'Kind', 'Assurance', 'Effort'],
            controls.map(({ id, kind, assurance, effort }) => [links.control(id), kind, assurance, effort]),
          ),
    ];
  });
  return page(
    '# Index by zone',
    'The five trust boundaries of the guidance, and the environment under them.',
    ...blocks,
  );
}

function bySeverity(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort(
    (a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity) || (a.id < b.id ? -1 : 1),
  );
}
