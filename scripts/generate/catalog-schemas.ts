import type { Decoder, Definitions, JsonSchema } from '../../server/catalog/decode/decoder.ts';
import { controlKeys } from '../../server/catalog/keys/control-keys.ts';
import { frameworkKeys } from '../../server/catalog/keys/framework-keys.ts';
import { riskKeys } from '../../server/catalog/keys/risk-keys.ts';
import { ruleKeys } from '../../server/catalog/keys/rule-keys.ts';
import { serviceKeys } from '../../server/catalog/keys/service-keys.ts';
import type { GeneratedFile } from './generated-file.ts';

/** JSON Schemas of the catalog's files, for whoever edits them. They come from the tables that the loader reads by. */
export function catalogSchemas(): readonly GeneratedFile[] {
  return [
    schemaFile('control', 'A control: catalog/controls/<zone>/<id>.yaml', controlKeys, one),
    schemaFile('rule', 'A rule: catalog/rules/<zone>/<id>.yaml', ruleKeys, one),
    schemaFile('risks', 'The risks by id: catalog/risks.yaml', riskKeys, many),
    schemaFile(
      'services',
      'The services of a platform by id: catalog/services/<platform>.yaml',
      serviceKeys,
      many,
    ),
    schemaFile('framework', 'An outside list: catalog/frameworks/<id>.yaml', frameworkKeys, one),
  ];
}

function schemaFile(
  name: string,
  title: string,
  keys: Decoder<unknown>,
  shape: (entry: JsonSchema) => JsonSchema,
): GeneratedFile {
  const definitions: Definitions = new Map();
  const root = shape(keys.schema(definitions));
  const schema: JsonSchema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...root,
    ...(definitions.size > 0 ? { $defs: Object.fromEntries(definitions) } : {}),
  };
  return { path: `schemas/${name}.schema.json`, content: `${JSON.stringify(schema, undefined, 2)}\n` };
}

function one(entry: JsonSchema): JsonSchema {
  return entry;
}

function many(entry: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: entry };
}
