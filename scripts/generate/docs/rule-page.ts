import type { Catalog } from '../../../server/catalog/catalog.ts';
import type { Requirement, RequirementPlace, Rule, SeverityChange } from '../../../server/catalog/rule.ts';
import { dataWords, elementWords, factWords, flowWords } from './condition-words.ts';
import { formWords } from './form-words.ts';
import { capitalised, code, escaped, fence, list, page, section } from './markdown.ts';
import { over, outlineList, says, type Outline } from './outline.ts';
import { referenceLines } from './references.ts';
import { linksFrom, zoneTitle, type Links } from './titles.ts';

export function rulePage(rule: Rule, catalog: Catalog): string {
  const links = linksFrom(catalog, '..');
  return page(
    `# ${escaped(rule.title)}`,
    `${code(rule.id)} · **${rule.severity}** · ${zoneTitle(rule.zone)}`,
    `> ${escaped(rule.message)}`,
    section('Why it matters', escaped(rule.why)),
    section('Where it looks', [formWords(rule.when), ...limits(rule)].join('\n\n')),
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

const placesInWords: Readonly<Record<RequirementPlace, string>> = {
  source: 'at the source',
  target: 'at the target',
  flow: 'on the flow',
  path: 'somewhere on the path',
  'last-hop': 'on the last hop',
  'every-path': 'on every path',
  boundary: 'on the boundary',
  system: 'on the system',
};

function requirements({ require }: Rule, links: Links): string {
  if (require.length === 0) return '';
  const each = require.length === 1 ? 'Any one of these controls' : 'Of each line, any one control';
  const groups = outlineList(require.map((group) => requirement(group, links)));
  return `${each}, in place where the line says:\n\n${groups}`;
}

function requirement({ anyOf, at, assurance, where, softenedBy }: Requirement, links: Links): Outline {
  return {
    text: `${anyOf.map(links.control).join(' or ')}, ${at.map((place) => placesInWords[place]).join(' or ')}`,
    parts: [
      ...(where === undefined ? [] : [over('asked only of an element that', elementWords(where))]),
      ...(assurance === undefined ? [] : [says(`only if it is ${assurance} and fails closed`)]),
      ...(softenedBy.length === 0
        ? []
        : [says(`less severe with ${softenedBy.map(links.control).join(' or ')}`)]),
    ],
  };
}

function severities({ severity, raise, lower }: Rule): string {
  if (raise.length + lower.length === 0) return '';
  return `**${capitalised(severity)}**, but:\n\n${outlineList([...raise, ...lower].map(changeWords))}`;
}

function changeWords({ to, from, target, flow, system, data }: SeverityChange): Outline {
  const conditions = [
    ...(from === undefined ? [] : [over('the source', elementWords(from))]),
    ...(target === undefined ? [] : [over('the target', elementWords(target))]),
    ...(flow === undefined ? [] : [over('the flow', flowWords(flow))]),
    ...(system === undefined ? [] : [over('the system', factWords(system))]),
    ...(data === undefined ? [] : [says(`the data is ${dataWords(data)}`)]),
  ];
  return over(`**${capitalised(to)}** where`, conditions);
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
