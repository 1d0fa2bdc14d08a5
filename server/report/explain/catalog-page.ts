import type { Catalog } from '../../catalog/catalog.ts';
import type { Control, Platform } from '../../catalog/control.ts';
import type { Edition } from '../../catalog/risk.ts';
import type { Rule } from '../../catalog/rule.ts';
import { owaspIds } from '../check/check-json.ts';
import type { Paint } from '../check/paint.ts';
import { printable } from '../check/printable.ts';
import { detail } from './detail.ts';

/** What the catalog says of a rule, for a person at a terminal. */
export function rulePage(rule: Rule, catalog: Catalog, edition: Edition, paint: Paint): string {
  const ids = [...owaspIds(rule.risks, catalog)[edition], ...rule.agentic];
  const [example] = rule.examples;
  const asks = rule.require.map(({ anyOf, at, assurance }) => {
    const kind = assurance === undefined ? '' : `, ${assurance} and failing closed`;
    return detail('requires', `${anyOf.join(' or ')} (${at.join(' or ')})${kind}`, paint);
  });
  return page(
    heading(rule.title, `${rule.id}, ${rule.severity}${ids.length === 0 ? '' : `, ${ids.join(' ')}`}`, paint),
    detail('why', rule.why, paint),
    ...(rule.notAFault === '' ? [] : [detail('no fault', rule.notAFault, paint)]),
    ...asks,
    ...(rule.instead === '' ? [] : [detail('instead', rule.instead, paint)]),
    ...(example === undefined
      ? []
      : [
          quoted('This has the fault:', example.fails, paint),
          quoted('This has not:', example.passes, paint),
        ]),
  );
}

const platforms: Readonly<Record<Platform, string>> = {
  aws: 'aws',
  azure: 'azure',
  'google-cloud': 'google cloud',
  'open-source': 'open source',
};

/** What the catalog says of a control, for a person at a terminal. */
export function controlPage(control: Control, catalog: Catalog, paint: Paint): string {
  const ways = Object.entries(platforms).flatMap(([platform, label]) =>
    Object.entries(control.implement)
      .filter(([name]) => name === platform)
      .flatMap(([, implementations]) =>
        implementations.map(({ service, how }) =>
          detail(label, service === undefined ? how : `${how} (${service})`, paint),
        ),
      ),
  );
  const askedBy = [...catalog.rules.values()]
    .filter(({ require }) => require.some(({ anyOf }) => anyOf.includes(control.id)))
    .map(({ id }) => id);
  return page(
    heading(
      control.title,
      `${control.id}, ${control.kind}, ${control.assurance}, ${control.effort} effort`,
      paint,
    ),
    detail('does', control.summary, paint),
    ...ways,
    ...control.verify.map((check) => detail('verify', check, paint)),
    ...Object.entries(control.notThisOne).map(([other, when]) =>
      detail('rather', `${other}: ${when}`, paint),
    ),
    ...(askedBy.length === 0 ? [] : [detail('asked by', askedBy.join(', '), paint)]),
  );
}

function heading(title: string, facts: string, paint: Paint): string {
  return `${paint.strong(printable(title))} (${facts})`;
}

function quoted(label: string, text: string, paint: Paint): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${printable(line)}`);
  return ['', paint.faint(label), ...lines].join('\n');
}

function page(...blocks: readonly string[]): string {
  return `${blocks.join('\n')}\n`;
}
