import type { Catalog } from '../../../server/catalog/catalog.ts';
import type { Requirement, Rule, SeverityChange } from '../../../server/catalog/rule.ts';
import {
  dataInWords,
  elementInWords,
  factsInWords,
  flowInWords,
  formInWords,
  placesInWords,
} from './condition-words.ts';
import { capitalised, code, escaped, fence, list, page, section } from './markdown.ts';
import { referenceLines } from './references.ts';
import { linksFrom, zoneTitle, type Links } from './titles.ts';

export function rulePage(rule: Rule, catalog: Catalog): string {
  const links = linksFrom(catalog, '..');
  return page(
    `# ${escaped(rule.title)}`,
    `${code(rule.id)} · **${rule.severity}** · ${zoneTitle(rule.zone)}`,
    `> ${escaped(rule.message)}`,
    section('Why it matters', escaped(rule.why)),
    section('Where it looks', [formInWords(rule.when), ...limits(rule)].join(' ')),
    section('What satisfies it', requirements(rule, links)),
    section('What to do', escaped(rule.instead)),
    section('When it is not a fault', escaped(rule.notAFault)),
    section('Severity', severities(rule)),
    section('Examples', rule.examples.map(({ fails, passes }) => exampleOf(fails, passes)).join('\n\n')),
    section('Related rules', related(rule, links)),
    section('References', list(referenceLines(catalog, rule))),
  );
}

function limits({ scopes, stages }: Rule): readonly string[] {
  return [
    ...(scopes.length > 0
      ? [`Only in the scopes ${scopes.map((scope) => code(String(scope))).join(', ')}.`]
      : []),
    ...(stages.length > 0 ? [`Only in the stages ${stages.map(code).join(', ')}.`] : []),
  ];
}

function requirements({ require }: Rule, links: Links): string {
  if (require.length === 0) return '';
  const each = require.length === 1 ? 'Any one of these controls' : 'Of each line, any one control';
  return `${each}, in place where the line says:\n\n${list(require.map((group) => requirement(group, links)))}`;
}

function requirement({ anyOf, at, assurance, where, softenedBy }: Requirement, links: Links): string {
  return [
    `${anyOf.map(links.control).join(' or ')}, ${at.map((place) => placesInWords[place]).join(' or ')}`,
    assurance === undefined ? '' : `; only if it is ${assurance} and fails closed`,
    where === undefined ? '' : `; asked only of an element ${elementInWords(where)}`,
    softenedBy.length === 0 ? '' : `; less severe with ${softenedBy.map(links.control).join(' or ')}`,
  ].join('');
}

function severities({ severity, raise, lower }: Rule): string {
  if (raise.length + lower.length === 0) return '';
  const changes = [...raise, ...lower].map(
    (change) => `**${capitalised(change.to)}** ${changeInWords(change)}`,
  );
  return `**${capitalised(severity)}**, but:\n\n${list(changes)}`;
}

function changeInWords({ from, target, flow, system, data }: SeverityChange): string {
  const conditions = [
    ...(from === undefined ? [] : [`the source is an element ${elementInWords(from)}`]),
    ...(target === undefined ? [] : [`the target is an element ${elementInWords(target)}`]),
    ...(flow === undefined ? [] : [`the flow is one ${flowInWords(flow)}`]),
    ...(system === undefined ? [] : [`the system is one ${factsInWords(system).join(' and ')}`]),
    ...(data === undefined ? [] : [`the data is ${dataInWords(data)}`]),
  ];
  return conditions.length === 0 ? 'always' : `where ${conditions.join(' and ')}`;
}

function exampleOf(fails: string, passes: string): string {
  return `This has the fault, at the marked place:\n\n${fence('yaml', fails)}\n\nThis has not:\n\n${fence('yaml', passes)}`;
}

function related({ id, unless }: Rule, links: Links): string {
  const others = unless.filter((other) => other !== id);
  return others.length === 0
    ? ''
    : `Silent where one of these stands at the same place:\n\n${list(others.map(links.rule))}`;
}
