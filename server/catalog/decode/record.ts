import type { MapEntry, MapNode, SyntaxNode } from '../../syntax/tree.ts';
import { decodeEntryValue, reportDuplicates } from './collections.ts';
import {
  reportProblem,
  type Decoder,
  type Definitions,
  type EntryReport,
  type JsonSchema,
} from './decoder.ts';
import { unknownWordMessage } from './messages.ts';

interface FieldOf<T, Presence extends 'required' | 'defaulted' | 'optional'> {
  readonly presence: Presence;
  readonly value: Decoder<T>;
  readonly doc: string;
  /** What a defaulted field is where nothing is said. */
  readonly fallback: T | undefined;
}

export type Field<T> = FieldOf<T, 'required' | 'defaulted' | 'optional'>;

/** The keys of an entry by the name that the code uses; in YAML `notThisOne` is `not-this-one`. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

type OptionalNames<F extends Fields> = {
  [K in keyof F]: F[K]['presence'] extends 'optional' ? K : never;
}[keyof F];

type ValueOf<F> = F extends Field<infer T> ? T : never;

export type Decoded<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[K]>;
} & { readonly [K in OptionalNames<F>]?: ValueOf<F[K]> };

export function required<T>(value: Decoder<T>, doc: string): FieldOf<T, 'required'> {
  return { presence: 'required', value, doc, fallback: undefined };
}

export function defaulted<T>(value: Decoder<T>, fallback: T, doc: string): FieldOf<T, 'defaulted'> {
  return { presence: 'defaulted', value, doc, fallback };
}

/** A field that is absent where nothing is said. */
export function optional<T>(value: Decoder<T>, doc: string): FieldOf<T, 'optional'> {
  return { presence: 'optional', value, doc, fallback: undefined };
}

/** A map with exactly these keys. `what` names it in messages: `control`, `requirement`. */
export function record<F extends Fields>(what: string, fields: F): Decoder<Decoded<F>> {
  return {
    decode: (node, report) => {
      const map = expectMap(what, node, report);
      if (map === undefined) return undefined;
      const names = yamlNames(fields);
      reportDuplicates(map.entries, report);
      for (const { key } of map.entries) {
        if (!names.includes(key.text)) {
          reportProblem(report, key.span, unknownWordMessage(`key of a ${what}`, key.text, names));
        }
      }
      return decodeFields(what, fields, map, report);
    },
    schema: (definitions) => objectSchema(fields, {}, definitions),
  };
}

export function expectMap(what: string, node: SyntaxNode, report: EntryReport): MapNode | undefined {
  if (node.type === 'map') return node;
  reportProblem(report, node.span, `a ${what} must be a map of keys and values`);
  return undefined;
}

/** Reads the fields from the keys they own; other keys are the caller's. */
export function decodeFields<F extends Fields>(
  what: string,
  fields: F,
  map: MapNode,
  report: EntryReport,
): Decoded<F> | undefined {
  const before = report.problems.length;
  const values = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const value = decodeField(what, yamlName(name), field, map, report);
    return value === undefined ? [] : [[name, value]];
  });
  if (report.problems.length > before) return undefined;
  // The door from YAML: every name of `fields` was read by its own decoder, and what is missing is optional.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return Object.fromEntries(values) as Decoded<F>;
}

export function objectSchema(
  fields: Fields,
  furtherProperties: Readonly<Record<string, JsonSchema>>,
  definitions: Definitions,
): JsonSchema {
  const properties = Object.entries(fields).map(([name, { value, doc }]): [string, JsonSchema] => [
    yamlName(name),
    { description: doc, ...value.schema(definitions) },
  ]);
  const needed = Object.entries(fields)
    .filter(([, field]) => field.presence === 'required')
    .map(([name]) => yamlName(name));
  return {
    type: 'object',
    additionalProperties: false,
    ...(needed.length > 0 ? { required: needed } : {}),
    properties: { ...Object.fromEntries(properties), ...furtherProperties },
  };
}

export function yamlNames(fields: Fields): readonly string[] {
  return Object.keys(fields).map(yamlName);
}

function decodeField<T>(
  what: string,
  name: string,
  field: Field<T>,
  map: MapNode,
  report: EntryReport,
): T | undefined {
  const entry = map.entries.find(({ key }) => key.text === name);
  if (entry !== undefined) return decodeEntryValue(entry, field.value, report);
  if (field.presence === 'required') {
    reportProblem(report, headOf(map), `a ${what} needs "${name}"`);
  }
  return field.fallback;
}

/** A mark on the first key says enough; the whole map would drown the file. */
function headOf(map: MapNode): MapEntry['span'] {
  return map.entries[0]?.key.span ?? map.span;
}

function yamlName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
