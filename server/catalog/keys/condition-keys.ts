import { abilities } from '../../model/vocabulary/abilities.ts';
import { classifications, trustLevels, zones } from '../../model/vocabulary/element-keys.ts';
import { dataKeys } from '../../model/vocabulary/section-keys.ts';
import { oneOrMore, reportDuplicates } from '../decode/collections.ts';
import { named, type Decoder } from '../decode/decoder.ts';
import {
  decodeFields,
  defaulted,
  expectMap,
  objectSchema,
  optional,
  record,
  yamlNames,
  type Decoded,
  type Fields,
} from '../decode/record.ts';
import { namesOf, oneWord } from '../decode/scalars.ts';
import { crossings, derivedElementFacts, derivedFlowFacts } from '../derived-facts.ts';
import { elementFacts, flowFacts, type FactTable } from '../facts.ts';
import type { DataCondition, ElementCondition, FlowCondition } from '../rule.ts';
import { decodeFacts, factProperties } from './fact-values.ts';

const tagWords = dataKeys.flatMap(({ name, value }) =>
  name === 'tags' && value.type === 'word' ? namesOf(value.words) : [],
);
const trustWords = oneOrMore(oneWord('trust level', namesOf(trustLevels)));

export const dataCondition: Decoder<DataCondition> = named('dataCondition', () =>
  record('condition on data', {
    classification: optional(
      oneWord('classification', namesOf(classifications)),
      'A floor: this classification or a higher one.',
    ),
    tags: optional(oneOrMore(oneWord('tag', tagWords)), 'Any of these tags.'),
    trust: optional(trustWords, 'Any of these levels of trust in the content.'),
  }),
);

export const elementCondition: Decoder<ElementCondition> = named('elementCondition', () =>
  condition('condition on an element', elementFields(), elementFacts),
);

export const flowCondition: Decoder<FlowCondition> = named('flowCondition', () =>
  condition('condition on a flow', flowConditionFields(), flowFacts),
);

/** A map in which the named fields and the facts of a table stand side by side. */
export function condition<F extends Fields>(
  what: string,
  fields: F,
  table: FactTable,
): Decoder<Decoded<F> & { readonly facts: Readonly<Record<string, readonly string[]>> }> {
  const names = yamlNames(fields);
  return {
    decode: (node, report) => {
      const map = expectMap(what, node, report);
      if (map === undefined) return undefined;
      reportDuplicates(map.entries, report);
      const own = decodeFields(what, fields, map, report);
      const rest = map.entries.filter(({ key }) => !names.includes(key.text));
      const facts = decodeFacts(what, rest, table, names, report);
      return own === undefined ? undefined : { ...own, facts };
    },
    schema: (definitions) => objectSchema(fields, factProperties(table, definitions), definitions),
  };
}

function elementFields() {
  return {
    stated: propertyNames(
      elementFacts,
      namesOf(derivedElementFacts),
      'Properties that must be stated, whatever their value.',
    ),
    unstated: propertyNames(
      elementFacts,
      namesOf(derivedElementFacts),
      'Properties about which nothing may be stated.',
    ),
    data: optional(dataCondition, 'Data that it holds or that can reach it.'),
    holds: optional(dataCondition, 'Data that it holds itself.'),
    trust: defaulted(trustWords, [], 'Least trust of what reaches it, or of what it hands out.'),
    can: defaulted(
      oneOrMore(oneWord('ability', namesOf(abilities))),
      [],
      'Abilities, with all that a call from here can set off.',
    ),
    receives: optional(flowCondition, 'A flow that meets this ends here.'),
    sends: optional(flowCondition, 'A flow that meets this starts here.'),
    not: optional(elementCondition, 'This must not hold.'),
    anyOf: defaulted(oneOrMore(elementCondition), [], 'At least one of these must hold.'),
  };
}

export function flowConditionFields() {
  return {
    stated: propertyNames(
      flowFacts,
      namesOf(derivedFlowFacts),
      'Properties that must be stated, whatever their value.',
    ),
    unstated: propertyNames(
      flowFacts,
      namesOf(derivedFlowFacts),
      'Properties about which nothing may be stated.',
    ),
    from: optional(elementCondition, 'The element it starts at.'),
    to: optional(elementCondition, 'The element it ends at.'),
    carries: optional(dataCondition, 'Data that goes along, in either direction.'),
    returns: optional(dataCondition, 'Data that comes back.'),
    crosses: defaulted(
      oneOrMore(oneWord('crossing', [...crossings, ...namesOf(zones)])),
      [],
      'What it crosses, or a zone that one end is in and the other is not.',
    ),
    not: optional(flowCondition, 'This must not hold.'),
    anyOf: defaulted(oneOrMore(flowCondition), [], 'At least one of these must hold.'),
  };
}

function propertyNames(table: FactTable, derived: readonly string[], doc: string) {
  const names = [...new Set([...table.properties, ...derived])];
  return defaulted(oneOrMore(oneWord('property', names)), [], doc);
}
