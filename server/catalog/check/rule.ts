import type { Control } from '../control.ts';
import { reportProblem, type EntryReport } from '../decode/decoder.ts';
import type { FoundEntry } from '../find-entries.ts';
import { findEntry } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { severities, type Requirement, type RequirementPlace, type Rule, type RuleForm } from '../rule.ts';
import { canStandAt } from './standing.ts';

/** What the keys cannot say: whether the parts of a rule fit each other and the controls it asks for. */
export function checkRule(
  rule: Rule,
  controls: ReadonlyMap<string, Control>,
  found: FoundEntry,
  report: EntryReport,
): void {
  const at = (key: string): Span => findEntry(found.node, key)?.key.span ?? found.head;
  for (const requirement of rule.require)
    checkRequirement(requirement, rule, controls, at('require'), report);
  if (rule.require.length === 0 && rule.instead === '') {
    reportProblem(
      report,
      found.head,
      'a rule without "require" needs "instead": what to do where no control answers',
    );
  }
  checkSeverities(rule, at, report);
  if (rule.unless.includes(rule.id)) reportProblem(report, at('unless'), 'a rule cannot silence itself');
}

/** Where each form can look for a control. The target of a session is its owner. */
const placesOfForm: Readonly<Record<RuleForm['form'], readonly RequirementPlace[]>> = {
  component: ['target', 'source', 'flow', 'every-path', 'boundary', 'system'],
  flow: ['flow', 'source', 'target', 'boundary', 'system'],
  path: ['source', 'target', 'flow', 'path', 'last-hop', 'every-path', 'boundary', 'system'],
  session: ['target', 'every-path', 'last-hop', 'boundary', 'system'],
  // At every element that the system is asked about by `has`.
  system: ['system', 'target', 'source', 'flow'],
};

function checkRequirement(
  { anyOf, at }: Requirement,
  rule: Rule,
  controls: ReadonlyMap<string, Control>,
  span: Span,
  report: EntryReport,
): void {
  const legal = placesOfForm[rule.when.form];
  const illegal = at.filter((place) => !legal.includes(place));
  for (const place of illegal) {
    const message = `a rule of the form ${rule.when.form} cannot ask at "${place}"; it can at ${legal.join(', ')}`;
    reportProblem(report, span, message);
  }
  if (illegal.length > 0) return;
  for (const id of anyOf) {
    const control = controls.get(id);
    if (control === undefined || at.some((place) => canStandAt(control, place, rule.when))) continue;
    reportProblem(report, span, `the control "${id}" can never stand at ${at.join(' or ')} of this rule`);
  }
}

function checkSeverities(rule: Rule, at: (key: string) => Span, report: EntryReport): void {
  const own = severities.indexOf(rule.severity);
  for (const { to } of rule.raise) {
    if (severities.indexOf(to) <= own)
      reportProblem(report, at('raise'), `"${to}" is not above "${rule.severity}"`);
  }
  for (const { to } of rule.lower) {
    if (severities.indexOf(to) >= own)
      reportProblem(report, at('lower'), `"${to}" is not below "${rule.severity}"`);
  }
}
