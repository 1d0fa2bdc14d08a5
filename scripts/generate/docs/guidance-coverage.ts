import type { Catalog } from '../../../server/catalog/catalog.ts';
import type { GuidanceItem } from '../../../server/catalog/guidance.ts';
import { code, escaped, link, page, table } from './markdown.ts';
import { linksFrom } from './titles.ts';

const sectionTitles: Readonly<Record<string, string>> = {
  A: 'A. Security from the start',
  B: 'B. Threat model and lifecycle',
  C: 'C. Cloud foundations',
  D: 'D. The environment',
  E: 'E. Layers at the trust boundaries',
  1: '1. User interface',
  2: '2. Application',
  3: '3. Model',
  4: '4. Data',
  5: '5. Organisation',
  conclusion: 'Conclusion',
};

/** Every item of the source guidance with what answers it. */
export function guidanceCoverage(items: readonly GuidanceItem[], catalog: Catalog): string {
  const blocks = [...new Set(items.map((item) => item.section))].map((section) => {
    const rows = items.filter((item) => item.section === section).map((item) => rowOf(item, catalog));
    const title = sectionTitles[section] ?? section;
    return `## ${escaped(title)}\n\n${table(['Id', 'Item', 'Kind', 'Controls', 'Rules', 'Pages'], rows)}`;
  });
  return page(
    '# Coverage of the source guidance',
    `The ${items.length} items of the AWS guidance on defence in depth for generative AI, in our own words, and what answers each: controls of the catalog, rules that ask for them, pages of this documentation.`,
    ...blocks,
  );
}

function rowOf({ id, item, kind, controls, rules, docs }: GuidanceItem, catalog: Catalog): readonly string[] {
  const links = linksFrom(catalog, '.');
  return [
    code(id),
    escaped(item),
    kind,
    controls.map(links.control).join('<br>'),
    rules.map(links.rule).join('<br>'),
    docs
      .map((doc) => link(doc.replace(/^.*\//, '').replace(/\.md$/, ''), doc.replace(/^docs\//, '')))
      .join('<br>'),
  ];
}
