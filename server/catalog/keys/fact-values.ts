import type { MapEntry } from '../../syntax/tree.ts';
import { oneOrMore, reportDuplicates } from '../decode/collections.ts';
import {
  reportProblem,
  type Decoder,
  type Definitions,
  type EntryReport,
  type JsonSchema,
} from '../decode/decoder.ts';
import { unknownWordMessage } from '../decode/messages.ts';
import { expectMap } from '../decode/record.ts';
import { oneWord, patterned, reference } from '../decode/scalars.ts';
import { elementFacts, systemFacts, type Fact, type FactTable } from '../facts.ts';

type FactValues = Readonly<Record<string, readonly string[]>>;

/** A map of facts alone, without the other keys of a condition. */
export const elementFactValues: Decoder<FactValues> = factMap('list of facts', elementFacts);
export const systemFactValues: Decoder<FactValues> = factMap('condition on the system', systemFacts);

function factMap(what: string, table: FactTable): Decoder<FactValues> {
  return {
    decode: (node, report) => {
      const map = expectMap(what, node, report);
      if (map === undefined) return undefined;
      reportDuplicates(map.entries, report);
      return decodeFacts(what, map.entries, table, [], report);
    },
    schema: (definitions) => ({
      type: 'object',
      additionalProperties: false,
      properties: factProperties(table, definitions),
    }),
  };
}

/** Reads entries as facts. `others` are the keys that may stand beside them, for the message about an unknown one. */
export function decodeFacts(
  what: string,
  entries: readonly MapEntry[],
  table: FactTable,
  others: readonly string[],
  report: EntryReport,
): FactValues {
  const pairs = entries.flatMap(({ key, value }): [string, readonly string[]][] => {
    const fact = table.facts.get(key.text);
    if (fact === undefined) {
      reportProblem(report, key.span, unknownFact(what, key.text, table, others));
      return [];
    }
    if (value === undefined) {
      reportProblem(report, key.span, `"${key.text}" has no value`);
      return [];
    }
    const values = factDecoder(fact).decode(value, report);
    return values === undefined ? [] : [[fact.name, values]];
  });
  return Object.fromEntries(pairs);
}

export function factProperties(
  table: FactTable,
  definitions: Definitions,
): Readonly<Record<string, JsonSchema>> {
  const pairs = [...table.facts.values()].map((fact): [string, JsonSchema] => [
    fact.name,
    { description: fact.doc, ...factDecoder(fact).schema(definitions) },
  ]);
  return Object.fromEntries(pairs);
}

function factDecoder(fact: Fact): Decoder<readonly string[]> {
  if (fact.name === 'service') return oneOrMore(reference('service'));
  if (fact.values === undefined) return oneOrMore(patterned('text', /\S/));
  return oneOrMore(factWord(fact.name, fact.values));
}

/** Facts are compared as text; `true` and `3` are also typed without quotes. */
function factWord(name: string, values: readonly string[]): Decoder<string> {
  const words = oneWord(`value of ${name}`, values);
  return {
    decode: (node, report) => words.decode(node, report),
    schema: () => ({ enum: values.flatMap((value) => asTyped(value)) }),
  };
}

function asTyped(value: string): readonly (string | number | boolean)[] {
  if (value === 'true' || value === 'false') return [value === 'true'];
  return /^\d+$/.test(value) ? [Number(value)] : [value];
}

function unknownFact(what: string, typed: string, table: FactTable, others: readonly string[]): string {
  if (table.properties.includes(typed)) {
    return `no rule can know the values of "${typed}": ask for it with "stated" or "unstated"`;
  }
  return unknownWordMessage(`key of a ${what}`, typed, [...others, ...table.facts.keys()]);
}
