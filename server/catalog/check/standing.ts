import { kinds, type Kind } from '../../model/vocabulary/kinds.ts';
import type { Control } from '../control.ts';
import type { ElementCondition, RequirementPlace, RuleForm } from '../rule.ts';

/**
 * Whether some declaration of the control could satisfy a requirement there. A control on a boundary or the system
 * holds for what lies within, and one on a control point for what it guards, so only what no declaration at all
 * could satisfy is refused.
 */
export function canStandAt(control: Control, place: RequirementPlace, form: RuleForm): boolean {
  const { elements, flows, boundaries, system } = control.places;
  const above = boundaries.length > 0 || system;
  switch (place) {
    case 'system':
      return system;
    case 'boundary':
      return above;
    case 'source':
    case 'target':
      return above || standsOnKind(elements, guards) || standsOnKind(elements, kindsAt(form, place));
    case 'flow':
    case 'last-hop':
      return above || flows.length > 0 || elements.length > 0;
    case 'path':
    case 'every-path':
      return boundaries.length > 0 || flows.length > 0 || elements.length > 0 || system;
  }
}

const guards: readonly Kind[] = kinds.filter(({ group }) => group === 'control-point');

function standsOnKind(elements: readonly string[], candidates: readonly Kind[]): boolean {
  return candidates.some(
    ({ name, group }) => elements.includes('any') || elements.includes(name) || elements.includes(group),
  );
}

function kindsAt(form: RuleForm, place: 'source' | 'target'): readonly Kind[] {
  switch (form.form) {
    case 'component':
      return kindsThatMeet(form.element);
    case 'flow':
      return kindsThatMeet(place === 'source' ? form.flow.from : form.flow.to);
    case 'path':
      return kindsThatMeet(place === 'source' ? form.from : form.to);
    case 'session':
      return kindsThatMeet(form.owner);
    case 'system':
      return [];
  }
}

/** By kind, group, shape and role alone: what else a condition asks, an element of any kind may have. */
function kindsThatMeet(condition: ElementCondition | undefined): readonly Kind[] {
  const facts = condition?.facts ?? {};
  const allows = (name: string, value: string): boolean => facts[name]?.includes(value) ?? true;
  return kinds.filter(
    (kind) =>
      allows('kind', kind.name) &&
      allows('group', kind.group) &&
      allows('shape', kind.shape) &&
      allows('role', kind.group === 'actor' ? 'actor' : 'component'),
  );
}
