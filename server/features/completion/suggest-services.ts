import type { Analysis } from '../../analysis/analysis.ts';
import type { Platform } from '../../catalog/control.ts';
import type { Service } from '../../catalog/service.ts';
import type { Draft } from './suggestion.ts';

/** Products that can be of the kind, those of the system's platform foremost; any other once something is typed. */
export function suggestServices(
  analysis: Analysis,
  kind: string | undefined,
  typed: string,
): readonly Draft[] {
  const { catalog, architecture } = analysis;
  const prefix = prefixOf(architecture.system.platform);
  const fits = ({ kinds }: Service): boolean => kind === undefined || kinds.includes(kind);
  const rank = (service: Service): number =>
    (fits(service) ? 0 : 2) + (service.id.startsWith(prefix) ? 0 : 1);
  return [...catalog.services.values()]
    .filter((service) => typed !== '' || fits(service))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, title }) => ({
      label: id,
      kind: 'service',
      detail: title,
      doc: { type: 'service', name: id },
      snippet: id,
    }));
}

/** What can implement a control: the products of the catalog for it, and the components of the system. */
export function suggestImplementations(
  { catalog, architecture }: Analysis,
  control: string | undefined,
): readonly Draft[] {
  const known = catalog.controls.get(control ?? '');
  const own = platformOf(architecture.system.platform);
  const ways =
    known === undefined
      ? []
      : platforms
          .toSorted((a, b) => Number(b === own) - Number(a === own))
          .flatMap((platform) => known.implement[platform]);
  const products = ways.flatMap(({ service, how }): readonly Draft[] =>
    service === undefined
      ? []
      : [
          {
            label: service,
            kind: 'service',
            detail: how,
            doc: { type: 'service', name: service },
            snippet: service,
          },
        ],
  );
  const components = [...architecture.elements.values()]
    .filter(({ role, group }) => role === 'component' && group === 'control-point')
    .map(({ id, kind }): Draft => ({
      label: id,
      kind: 'reference',
      detail: kind,
      doc: { type: 'place', name: id },
      snippet: id,
    }));
  const prompt: Draft = {
    label: 'prompt',
    kind: 'word',
    detail: 'the model is told so; nothing enforces it',
    snippet: 'prompt',
  };
  return [...unique(products), ...components, ...(known?.behavioural === true ? [prompt] : [])];
}

const platforms: readonly Platform[] = ['aws', 'azure', 'google-cloud', 'open-source'];

function platformOf(platform: string | undefined): Platform | undefined {
  return platform === 'self-hosted' ? 'open-source' : platforms.find((known) => known === platform);
}

function prefixOf(platform: string | undefined): string {
  const known = platformOf(platform);
  if (known === undefined) return '';
  return known === 'open-source' ? 'oss:' : `${known}:`;
}

function unique(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ label }) => !seen.has(label) && seen.add(label));
}
