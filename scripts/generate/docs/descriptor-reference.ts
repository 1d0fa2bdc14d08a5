import {
  derivedElementFacts,
  derivedFlowFacts,
  type DerivedFact,
} from '../../../server/catalog/derived-facts.ts';
import { abilities } from '../../../server/model/vocabulary/abilities.ts';
import { entryKeys, everyElement, groupKeys } from '../../../server/model/vocabulary/element-keys.ts';
import { flowKeys, returnsKeys } from '../../../server/model/vocabulary/flow-keys.ts';
import { groups, kinds } from '../../../server/model/vocabulary/kinds.ts';
import {
  acceptedRiskKeys,
  boundaryKeys,
  dataKeys,
  declarationKeys,
  identityKeys,
  systemKeys,
} from '../../../server/model/vocabulary/section-keys.ts';
import { sections } from '../../../server/model/vocabulary/vocabulary.ts';
import type { Key, ValueType, Word } from '../../../server/model/vocabulary/word.ts';
import { code, escaped, page, table } from './markdown.ts';

/** The language of descriptors, from the one vocabulary. */
export function descriptorReference(): string {
  return page(
    '# Descriptor reference',
    'A descriptor is a YAML file named `*.genai.yaml`. A property says what a thing is, a control what protects it. Saying nothing is different from saying no: `unknown` is a value of every property, and takes a default back. Keys that begin with `x-` are kept and ignored.',
    `## Sections\n\n${words('Section', sections)}`,
    `## Keys of every entry\n\n${keys(entryKeys)}`,
    `## system\n\n${keys(systemKeys)}`,
    `## boundaries\n\n${keys(boundaryKeys)}`,
    `## identities\n\n${keys(identityKeys)}`,
    '## actors and components',
    'Beside `kind` and the keys of its group, every actor and component takes these.',
    keys(everyElement),
    ...groups.map(({ name, title, doc }) =>
      [
        `### ${title}`,
        escaped(doc),
        words(
          'Kind',
          kinds.filter((kind) => kind.group === name),
        ),
        keys(groupKeys[name]),
      ].join('\n\n'),
    ),
    `## data\n\n${keys(dataKeys)}`,
    `## flows\n\n${keys(flowKeys)}`,
    `### returns\n\n${keys(returnsKeys)}`,
    `## controls\n\nA map from control to its status, or to a map with these keys; or a list of controls that are all implemented.\n\n${keys(declarationKeys)}`,
    `## accepted-risks\n\nThe key is the finding’s id, \`<rule>@<place>\`.\n\n${keys(acceptedRiskKeys)}`,
    '## What is derived',
    'Facts that no descriptor states and rules may test.',
    `### Of elements\n\n${facts(derivedElementFacts)}`,
    `### Of flows\n\n${facts(derivedFlowFacts)}`,
    `### Abilities\n\n${words('Ability', abilities)}`,
  );
}

function keys(of: readonly Key[]): string {
  if (of.length === 0) return '';
  const rows = of.map(({ name, value, doc, required, assume }) => [
    `${code(name)}${required ? ' (required)' : ''}`,
    valueInWords(value),
    `${escaped(doc)}${assume === undefined ? '' : ` If nothing is said: ${code(assume)}.`}`,
  ]);
  return table(['Key', 'Value', 'Meaning'], rows);
}

function words(head: string, of: readonly Word[]): string {
  return table(
    [head, 'Meaning'],
    of.map(({ name, doc }) => [code(name), escaped(doc)]),
  );
}

function facts(of: readonly DerivedFact[]): string {
  const rows = of.map(({ name, values, doc }) => {
    const shown = name === 'kind' ? 'a kind' : name === 'group' ? 'a group' : values.map(code).join(', ');
    return [code(name), shown, escaped(doc)];
  });
  return table(['Fact', 'Values', 'Meaning'], rows);
}

function valueInWords(value: ValueType): string {
  switch (value.type) {
    case 'word': {
      const each = value.words.map(({ name, doc }) => `${code(name)} ${escaped(doc)}`).join('<br>');
      return value.many ? `one or a list of:<br>${each}` : each;
    }
    case 'reference': {
      const noun = nouns[value.to];
      return value.many ? `one or a list of ids of ${noun.many}` : `the id of ${noun.one}`;
    }
    case 'text':
      return value.many ? 'text, or a list of texts' : 'text';
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `a whole number from ${value.from} to ${value.to}`;
    case 'date':
      return 'a date: `YYYY-MM-DD`';
    case 'service':
      return '`platform:product`, see the [index by platform](index-by-platform.md)';
    case 'controls':
      return 'controls, see [below](#controls)';
    case 'returns':
      return 'a list of data ids, or a map, see [below](#returns)';
    case 'switches':
      return 'a map from names to `true` or `false`';
    case 'parameters':
      return 'a map from names to plain values';
  }
}

const nouns = {
  boundary: { one: 'a boundary', many: 'boundaries' },
  component: { one: 'a component', many: 'components' },
  element: { one: 'an actor or component', many: 'actors and components' },
  flow: { one: 'a flow', many: 'flows' },
  place: { one: 'an element, flow or boundary', many: 'elements, flows and boundaries' },
  data: { one: 'a data asset', many: 'data assets' },
  identity: { one: 'an identity', many: 'identities' },
  option: { one: 'an option of the system', many: 'options of the system' },
};
