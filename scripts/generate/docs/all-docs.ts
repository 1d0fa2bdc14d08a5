import type { Catalog } from '../../../server/catalog/catalog.ts';
import type { GuidanceItem } from '../../../server/catalog/guidance.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { controlPage } from './control-page.ts';
import { descriptorReference } from './descriptor-reference.ts';
import { guidanceCoverage } from './guidance-coverage.ts';
import { indexByPlatform } from './index-by-platform.ts';
import { indexByOwasp, indexByZone } from './indexes.ts';
import { rulePage } from './rule-page.ts';

/** The pages of docs/ that come from the catalog and the vocabulary. */
export function allDocs(catalog: Catalog, guidance: readonly GuidanceItem[]): readonly GeneratedFile[] {
  return [
    ...[...catalog.rules.values()].map((rule) => ({
      path: `docs/rules/${rule.id}.md`,
      content: rulePage(rule, catalog),
    })),
    ...[...catalog.controls.values()].map((control) => ({
      path: `docs/controls/${control.id}.md`,
      content: controlPage(control, catalog),
    })),
    { path: 'docs/index-by-owasp.md', content: indexByOwasp(catalog) },
    { path: 'docs/index-by-zone.md', content: indexByZone(catalog) },
    { path: 'docs/index-by-platform.md', content: indexByPlatform(catalog) },
    { path: 'docs/descriptor-reference.md', content: descriptorReference() },
    { path: 'docs/guidance-coverage.md', content: guidanceCoverage(guidance, catalog) },
  ];
}
