import type { ReportingDescriptor } from 'sarif';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Rule, Severity } from '../../catalog/rule.ts';
import { owaspIds } from '../check/check-json.ts';
import { blocks, bullets, code, md, prose } from '../markup/markdown.ts';

/** GitHub shows the first ten tags of a rule and refuses more than twenty. */
const mostTags = 10;
/** GitHub's limit of descriptions. */
const longest = 1000;

/** A rule with help that stands for itself: the reader of an alert does not have our pages. */
export function sarifRule(rule: Rule, catalog: Catalog): ReportingDescriptor {
  const ids = owaspIds(rule.risks, catalog);
  const tags = [
    'security',
    'genai',
    ...ids['2025'],
    ...ids['2026'],
    ...rule.agentic,
    ...rule.cwe.map(cweTag),
  ];
  return {
    id: rule.id,
    name: rule.id.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: cut(rule.title) },
    fullDescription: { text: cut(rule.why) },
    defaultConfiguration: { level: levelOf(rule.severity) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule, catalog) },
    properties: {
      tags: [...new Set(tags)].slice(0, mostTags),
      precision: 'high',
      'problem.severity':
        rule.severity === 'low' ? 'recommendation' : rule.severity === 'medium' ? 'warning' : 'error',
      'security-severity': scores[rule.severity],
    },
  };
}

export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  switch (severity) {
    case 'critical':
    case 'high':
      return 'error';
    case 'medium':
      return 'warning';
    case 'low':
      return 'note';
  }
}

/** In the middle of the bands in which GitHub reads a score: over 9.0, 7.0, 4.0 and 0.1. */
const scores: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** GitHub links tags of this form to the weakness. */
function cweTag(id: string): string {
  return `external/cwe/${id.toLowerCase()}`;
}

function helpText(rule: Rule): string {
  const needs = rule.require.map((group) => `Answered by ${group.anyOf.join(' or ')}.`);
  return [rule.why, ...needs, rule.instead, rule.notAFault === '' ? '' : `Not a fault: ${rule.notAFault}`]
    .filter((part) => part !== '')
    .join('\n\n');
}

function helpMarkdown(rule: Rule, catalog: Catalog): string {
  const needs = rule.require.map((group) => group.anyOf.map((id) => controlLine(id, catalog)).join('; or '));
  return blocks(
    prose(rule.why),
    needs.length === 0 ? '' : `**Answered by**\n\n${bullets(needs)}`,
    rule.instead === '' ? '' : `**Instead**: ${prose(rule.instead)}`,
    rule.notAFault === '' ? '' : `**Not a fault**: ${prose(rule.notAFault)}`,
  );
}

function controlLine(id: string, catalog: Catalog): string {
  const control = catalog.controls.get(id);
  return control === undefined ? code(id) : `${code(id)} (${md(control.title)})`;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
