import { groups, kinds } from '../../model/vocabulary/kinds.ts';
import { purposes } from '../../model/vocabulary/flow-keys.ts';
import { zones } from '../../model/vocabulary/element-keys.ts';
import type { Control } from '../control.ts';
import { listOf, mapOf, oneOrMore } from '../decode/collections.ts';
import type { Decoder } from '../decode/decoder.ts';
import { defaulted, optional, record, required } from '../decode/record.ts';
import { mention, namesOf, oneWord, patterned, prose, reference, truth } from '../decode/scalars.ts';
import { agenticField, cweField, guidanceField, mcpField, risksField } from './shared-fields.ts';

/** Zones that have controls of their own: all but `external`, which is outside our control. */
export const controlZones: readonly string[] = namesOf(zones).filter((zone) => zone !== 'external');

const waysOfPlatform = defaulted(
  listOf(
    record('way to implement', {
      service: optional(mention('service'), 'The product, `platform:product`, where the way is one.'),
      how: required(prose, 'What to do, by the product’s own feature names.'),
    }),
  ),
  [],
  'Ways to put it in place there.',
);

const places = record('list of places', {
  elements: defaulted(
    listOf(oneWord('kind or group', ['any', ...namesOf(groups), ...namesOf(kinds)])),
    [],
    'Kinds or groups of elements it may stand on, or `any`.',
  ),
  flows: defaulted(
    listOf(oneWord('purpose', ['any', ...namesOf(purposes)])),
    [],
    'Purposes of flows it may stand on, or `any`.',
  ),
  boundaries: defaulted(
    listOf(oneWord('zone', ['any', ...namesOf(zones)])),
    [],
    'Zones of boundaries it may stand on, or `any`.',
  ),
  system: defaulted(truth, false, 'Whether it may stand on the system.'),
});

export const controlKeys: Decoder<Omit<Control, 'id' | 'origin'>> = record('control', {
  title: required(prose, 'Its name for people.'),
  summary: required(prose, 'What it does when it is in place, in one sentence.'),
  zones: required(
    oneOrMore(oneWord('zone', controlZones)),
    'Zones of the guidance it belongs to; the first is its home and its folder.',
  ),
  places: required(places, 'Where a declaration may stand.'),
  protects: required(
    oneWord('side', ['input', 'output', 'both']),
    'On an element it protects what enters, what leaves, or both.',
  ),
  kind: required(
    oneWord('kind of control', ['preventive', 'detective', 'corrective', 'governance']),
    'What it does about an attack.',
  ),
  assurance: required(
    oneWord('assurance', ['deterministic', 'probabilistic', 'procedural']),
    'Whether it bounds a result, lowers a rate, or rests on people.',
  ),
  behavioural: defaulted(truth, false, 'Whether a system prompt may implement it.'),
  raisesTrust: defaulted(truth, false, 'Whether data may be declared trusted because of it.'),
  csf: defaulted(listOf(reference('nist-csf')), [], 'Categories of NIST CSF 2.0, such as `PR.AA`.'),
  risks: risksField,
  agentic: agenticField,
  mcp: mcpField,
  atlas: defaulted(listOf(reference('mitre-atlas')), [], 'Mitigations of MITRE ATLAS, such as `AML.M0020`.'),
  aisvs: defaulted(listOf(reference('aisvs')), [], 'Requirements of OWASP AISVS, such as `9.2.1`.'),
  cwe: cweField,
  effort: required(oneWord('effort', ['small', 'medium', 'large']), 'What it takes to put it in place.'),
  params: defaulted(mapOf(prose, prose), {}, 'Its own figures, each with a short sentence.'),
  implement: required(
    record('list of platforms', {
      aws: waysOfPlatform,
      azure: waysOfPlatform,
      'google-cloud': waysOfPlatform,
      'open-source': waysOfPlatform,
    }),
    'How to put it in place on each platform.',
  ),
  verify: defaulted(listOf(prose), [], 'How one checks that it is in place.'),
  notThisOne: defaulted(
    mapOf(mention('control'), prose),
    {},
    'Controls it is confused with, each with when it is that one you want.',
  ),
  guidance: guidanceField,
  source: defaulted(patterned('text', /\S/), '', 'Where it comes from.'),
});
