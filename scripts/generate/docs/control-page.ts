import type { Catalog } from '../../../server/catalog/catalog.ts';
import type { Control, Implementation, Platform } from '../../../server/catalog/control.ts';
import { code, escaped, fence, list, page, section, table } from './markdown.ts';
import { referenceLines } from './references.ts';
import { linksFrom, platformTitles, zoneTitle, type Links } from './titles.ts';

export function controlPage(control: Control, catalog: Catalog): string {
  const links = linksFrom(catalog, '..');
  return page(
    `# ${escaped(control.title)}`,
    `${code(control.id)} · ${control.kind} · ${control.assurance} · ${control.effort} effort · ${control.zones.map(zoneTitle).join(', ')}`,
    escaped(control.summary),
    section('How to declare it', declaration(control)),
    section('How to put it in place', list(implementations(control, catalog))),
    section('How to check that it is in place', list(control.verify.map(escaped))),
    section('Not this one', notThisOne(control, links)),
    section('Rules that ask for it', list(rulesThatAsk(control, catalog, links))),
    section('Services that bring it', list(servicesThatBring(control, catalog))),
    section('References', list(referenceLines(catalog, control))),
    control.source === '' ? undefined : `Source: ${escaped(control.source)}`,
  );
}

function declaration(control: Control): string {
  const params = Object.entries(control.params);
  const example =
    params.length === 0
      ? `controls:\n  ${control.id}: implemented`
      : `controls:\n  ${control.id}:\n    status: implemented\n    params: { ${params.map(([name]) => `${name}: …`).join(', ')} }`;
  const figures = params.map(([name, doc]) => [code(name), escaped(doc)]);
  return [
    `It may stand on ${placesInWords(control)}.${sideInWords(control)}`,
    ...(control.behavioural ? ['A system prompt may implement it: `by: prompt`.'] : []),
    ...(control.raisesTrust ? ['Data may be declared trusted because of it.'] : []),
    fence('yaml', example),
    ...(figures.length > 0 ? [table(['Figure', 'Meaning'], figures)] : []),
  ].join('\n\n');
}

function placesInWords({ places }: Control): string {
  const parts = [
    group('elements', places.elements),
    group('flows', places.flows),
    group('boundaries', places.boundaries),
    places.system ? 'the system' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing' : parts.join('; ');
}

function group(noun: string, words: readonly string[]): string {
  if (words.length === 0) return '';
  return words.includes('any') ? `all ${noun}` : `${noun} (${words.map(code).join(', ')})`;
}

function sideInWords({ protects, places }: Control): string {
  if (places.elements.length === 0) return '';
  switch (protects) {
    case 'input':
      return ' On an element it protects what enters.';
    case 'output':
      return ' On an element it protects what leaves.';
    case 'both':
      return ' On an element it protects what enters and what leaves.';
  }
}

const platformOrder: readonly Platform[] = ['aws', 'azure', 'google-cloud', 'open-source'];

function implementations({ implement }: Control, catalog: Catalog): readonly string[] {
  return platformOrder
    .filter((platform) => implement[platform].length > 0)
    .map((platform) => {
      const ways = implement[platform].map((way) => `  - ${wayInWords(way, catalog)}`);
      return `**${platformTitles[platform]}**\n${ways.join('\n')}`;
    });
}

function wayInWords({ service, how }: Implementation, catalog: Catalog): string {
  if (service === undefined) return escaped(how);
  const title = catalog.services.get(service)?.title ?? service;
  return `${escaped(title)} (${code(service)}): ${escaped(how)}`;
}

function notThisOne({ notThisOne: others }: Control, links: Links): string {
  return list(Object.entries(others).map(([id, when]) => `${links.control(id)}: ${escaped(when)}`));
}

function rulesThatAsk({ id }: Control, catalog: Catalog, links: Links): readonly string[] {
  return [...catalog.rules.values()]
    .filter(({ require }) => require.some(({ anyOf }) => anyOf.includes(id)))
    .map((rule) => `${links.rule(rule.id)} (${rule.severity})`);
}

function servicesThatBring({ id }: Control, catalog: Catalog): readonly string[] {
  return [...catalog.services.values()].flatMap(({ id: service, title, brings }) =>
    brings
      .filter(({ control }) => control === id)
      .map(({ source }) => `${escaped(title)} (${code(service)}): ${escaped(source)}`),
  );
}
