import { platforms } from '../../../server/model/vocabulary/section-keys.ts';
import type { Catalog } from '../../../server/catalog/catalog.ts';
import { code, escaped, link } from './markdown.ts';

export const zoneTitles: Readonly<Record<string, string>> = {
  'user-interface': 'User interface',
  application: 'Application',
  model: 'Model',
  data: 'Data',
  organization: 'Organisation',
  environment: 'Environment',
};

export function zoneTitle(zone: string): string {
  return zoneTitles[zone] ?? zone;
}

/** Names of the platforms that controls know, in the order of the catalog. */
export const platformTitles: Readonly<Record<'aws' | 'azure' | 'google-cloud' | 'open-source', string>> = {
  aws: platformDoc('aws'),
  azure: platformDoc('azure'),
  'google-cloud': platformDoc('google-cloud'),
  'open-source': 'Open source',
};

function platformDoc(name: string): string {
  return platforms.find((platform) => platform.name === name)?.doc.replace(/\.$/, '') ?? name;
}

/** Links by title to the pages of controls and rules. */
export interface Links {
  readonly control: (id: string) => string;
  readonly rule: (id: string) => string;
}

export function linksFrom(catalog: Catalog, toDocs: '..' | '.'): Links {
  return {
    control: (id) => {
      const control = catalog.controls.get(id);
      return control === undefined ? code(id) : link(control.title, `${toDocs}/controls/${id}.md`);
    },
    rule: (id) => {
      const rule = catalog.rules.get(id);
      return rule === undefined ? code(id) : link(rule.title, `${toDocs}/rules/${id}.md`);
    },
  };
}

/** `ASI01` with its official name where the catalog has the list. */
export function frameworkEntries(
  catalog: Catalog,
  framework: string,
  ids: readonly string[],
): readonly string[] {
  const names = catalog.frameworks.get(framework)?.names ?? {};
  return ids.map((id) => (Object.hasOwn(names, id) ? `${code(id)} ${escaped(names[id] ?? '')}` : code(id)));
}
