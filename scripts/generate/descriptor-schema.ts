import { groupKeys, unknownWord } from '../../server/model/vocabulary/element-keys.ts';
import { returnsKeys } from '../../server/model/vocabulary/flow-keys.ts';
import { groups } from '../../server/model/vocabulary/kinds.ts';
import { acceptedRiskKeys, declarationKeys, statuses } from '../../server/model/vocabulary/section-keys.ts';
import { servicePlatforms } from '../../server/model/vocabulary/service-platforms.ts';
import {
  elementKeys,
  flowDefaultKeys,
  formatVersion,
  keysOfSection,
  kindsOf,
  sections,
  type Section,
} from '../../server/model/vocabulary/vocabulary.ts';
import type { Key, ValueType, Word } from '../../server/model/vocabulary/word.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema (draft-07) of a descriptor, for editors that do not know Bartizan. */
export function generateDescriptorSchema(): string {
  const schema: Schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Bartizan architecture descriptor',
    description:
      'A GenAI system: who uses it, which components it has, what flows between them, what protects it.',
    ...mapOf(Object.fromEntries(sections.map((section) => [section.name, sectionSchema(section)])), [
      'bartizan',
    ]),
    definitions: {
      id: { type: 'string', pattern: idPattern, maxLength: 64 },
      text: { type: ['string', 'number', 'boolean'] },
      controls: {
        description: 'A map from control to declaration, or a list of controls that are all implemented.',
        anyOf: [
          unknown,
          { type: 'object', additionalProperties: { $ref: '#/definitions/declaration' } },
          { type: 'array', items: { type: 'string' } },
        ],
      },
      declaration: { anyOf: [...wordSchemas(statuses), unknown, keyedMap(declarationKeys)] },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

const idPattern = '^[a-z][a-z0-9-]*$';
const id: Schema = { $ref: '#/definitions/id' };
const text: Schema = { $ref: '#/definitions/text' };
const unknown: Schema = { const: unknownWord.name, description: unknownWord.doc };

function sectionSchema(section: Section): Schema {
  const description = section.doc;
  switch (section.shape) {
    case 'version':
      return { description, const: formatVersion };
    case 'entry':
      return { description, ...orNothing(keyedMap(keysOfSection(section.name))) };
    case 'defaults':
      return { description, ...orNothing(mapOf({ flows: keyedMap(flowDefaultKeys) }, [])) };
    case 'entries':
      return { description, ...orNothing(entries(section.name)) };
  }
}

function entries(name: Section['name']): Schema {
  const named = (pattern: string, entry: Schema): Schema => ({
    type: 'object',
    patternProperties: { '^x-': {}, [pattern]: entry },
    additionalProperties: false,
  });
  switch (name) {
    case 'actors':
      return named(ownId, elementSchema('actor'));
    case 'components':
      return named(ownId, elementSchema('component'));
    case 'accepted-risks':
      return named('^[a-z][a-z0-9-]*@[a-z][a-z0-9-]*$', keyedMap(acceptedRiskKeys));
    default: {
      const keys = keysOfSection(name);
      const entry = keyedMap(keys);
      return named(ownId, keys.some((key) => key.required) ? entry : orNothing(entry));
    }
  }
}

/** An id that is not a key of the author's own. */
const ownId = '^(?!x-)[a-z][a-z0-9-]*$';

/** All keys of all groups with their meaning; which of them a kind takes is a condition each. */
function elementSchema(role: 'actor' | 'component'): Schema {
  const common = elementKeys(role, undefined);
  const fitting = groups.filter((group) => (group.name === 'actor') === (role === 'actor'));
  const own = fitting.flatMap((group) => groupKeys[group.name]);
  return {
    ...keyedMap([...own, ...common]),
    allOf: fitting.map((group) => ({
      if: {
        properties: {
          kind: {
            enum: kindsOf(role)
              .filter((kind) => kind.group === group.name)
              .map((kind) => kind.name),
          },
        },
        required: ['kind'],
      },
      then: {
        propertyNames: {
          anyOf: [{ pattern: '^x-' }, { enum: [...common, ...groupKeys[group.name]].map((key) => key.name) }],
        },
      },
    })),
  };
}

function keyedMap(keys: readonly Key[]): Schema {
  const properties = Object.fromEntries(keys.map((key) => [key.name, keySchema(key)]));
  return mapOf(
    properties,
    keys.filter((key) => key.required).map((key) => key.name),
  );
}

function mapOf(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return {
    type: 'object',
    properties,
    patternProperties: { '^x-': {} },
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}

/** Nothing behind the colon is an entry that says nothing. */
function orNothing(schema: Schema): Schema {
  return { ...schema, type: ['object', 'null'] };
}

function keySchema(key: Key): Schema {
  const description =
    key.assume === undefined ? key.doc : `${key.doc} Assumed where nothing is said: \`${key.assume}\`.`;
  return { description, ...valueSchema(key.value) };
}

function valueSchema(type: ValueType): Schema {
  switch (type.type) {
    case 'word': {
      const one = { anyOf: [...wordSchemas(type.words), unknown] };
      return type.many ? { anyOf: [...one.anyOf, listOf(one)] } : one;
    }
    case 'reference':
      return type.many ? { anyOf: [id, listOf(id)] } : id;
    case 'text':
      return type.many ? { anyOf: [text, listOf(text)] } : text;
    case 'boolean':
      return { anyOf: [{ type: 'boolean' }, unknown] };
    case 'integer':
      return { anyOf: [{ type: 'integer', minimum: type.from, maximum: type.to }, unknown] };
    case 'date':
      return { anyOf: [{ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, unknown] };
    case 'service': {
      const platforms = servicePlatforms.map((platform) => platform.name).join('|');
      return { anyOf: [{ type: 'string', pattern: `^(?:${platforms}):.+$` }, unknown] };
    }
    case 'controls':
      return { $ref: '#/definitions/controls' };
    case 'returns':
      return { anyOf: [id, listOf(id), keyedMap(returnsKeys)] };
    case 'switches':
      return {
        type: 'object',
        propertyNames: { pattern: idPattern },
        additionalProperties: { type: 'boolean' },
      };
    case 'parameters':
      return { type: 'object', additionalProperties: text };
  }
}

function wordSchemas(words: readonly Word[]): readonly Schema[] {
  return words.map((word) => ({ const: word.name, description: word.doc }));
}

function listOf(items: Schema): Schema {
  return { type: 'array', items };
}
