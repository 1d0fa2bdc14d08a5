import type { Catalog } from '../../../server/catalog/catalog.ts';
import type { Service } from '../../../server/catalog/service.ts';
import { code, escaped, page, table } from './markdown.ts';
import { linksFrom } from './titles.ts';

const prefixes: readonly { readonly prefix: string; readonly title: string }[] = [
  { prefix: 'aws', title: 'Amazon Web Services' },
  { prefix: 'azure', title: 'Microsoft Azure' },
  { prefix: 'google-cloud', title: 'Google Cloud' },
  { prefix: 'oss', title: 'Open source' },
  { prefix: 'saas', title: 'Software as a service' },
];

/** For every product: what it can be in a descriptor, what it always brings, what it helps to put in place. */
export function indexByPlatform(catalog: Catalog): string {
  const means = meansOfServices(catalog);
  const links = linksFrom(catalog, '.');
  const row = ({ id, title, kinds, brings }: Service): readonly string[] => [
    `${escaped(title)}<br>${code(id)}`,
    kinds.map(code).join(', '),
    brings.map(({ control }) => links.control(control)).join('<br>'),
    (means.get(id) ?? []).map(links.control).join('<br>'),
  ];
  const blocks = prefixes.map(({ prefix, title }) => {
    const services = [...catalog.services.values()].filter(({ id }) => id.startsWith(`${prefix}:`));
    const rows = services.sort((a, b) => (a.id < b.id ? -1 : 1)).map(row);
    return rows.length === 0
      ? ''
      : `## ${title}\n\n${table(['Product', 'Can be', 'Always brings', 'Helps with'], rows)}`;
  });
  return page(
    '# Index by platform',
    'The products that a descriptor may name as `service`. What a product always brings need not be declared; what it helps with must be switched on, and then declared.',
    ...blocks,
  );
}

function meansOfServices(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const means = new Map<string, string[]>();
  for (const { id, implement } of catalog.controls.values()) {
    const services = new Set(
      Object.values(implement).flatMap((ways) => ways.flatMap(({ service }) => service ?? [])),
    );
    for (const service of services) means.set(service, [...(means.get(service) ?? []), id]);
  }
  return means;
}
