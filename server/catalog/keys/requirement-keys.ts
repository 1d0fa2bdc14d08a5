import { oneOrMore } from '../decode/collections.ts';
import type { Decoder } from '../decode/decoder.ts';
import { defaulted, optional, record, required } from '../decode/record.ts';
import { oneWord, reference } from '../decode/scalars.ts';
import type { Requirement, RequirementPlace } from '../rule.ts';
import { elementCondition } from './condition-keys.ts';

const requirementPlaces: readonly RequirementPlace[] = [
  'source',
  'target',
  'flow',
  'path',
  'last-hop',
  'every-path',
  'boundary',
  'system',
];

export const requirementKeys: Decoder<Requirement> = record('requirement', {
  anyOf: required(oneOrMore(reference('control')), 'Any one of these controls satisfies it.'),
  at: required(
    oneOrMore(oneWord('place', requirementPlaces)),
    'Where the control must be met; one place is enough.',
  ),
  assurance: optional(
    oneWord('assurance', ['deterministic', 'probabilistic', 'procedural']),
    'Only controls of this assurance, that fail closed, satisfy.',
  ),
  where: optional(elementCondition, 'It is asked only where this holds of the place, or of a flow’s target.'),
  softenedBy: defaulted(
    oneOrMore(reference('control')),
    [],
    'Controls that lower the severity by one step while it is open, and never close it.',
  ),
});
