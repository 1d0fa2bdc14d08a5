import { systemKeys } from '../model/vocabulary/section-keys.ts';
import { elementProperties, flowProperties } from '../model/vocabulary/vocabulary.ts';
import type { Key } from '../model/vocabulary/word.ts';
import { derivedElementFacts, derivedFlowFacts, type DerivedFact } from './derived-facts.ts';

/** Something that a condition can test. */
export interface Fact {
  readonly name: string;
  readonly doc: string;
  /** Undefined where any text may stand. */
  readonly values: readonly string[] | undefined;
}

/** What can be tested, and what can only be `stated` or `unstated` because its values are ids of one descriptor. */
export interface FactTable {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly properties: readonly string[];
}

export const elementFacts: FactTable = buildTable(elementProperties.values(), derivedElementFacts);
export const flowFacts: FactTable = buildTable(flowProperties.values(), derivedFlowFacts);
export const systemFacts: FactTable = buildTable(
  systemKeys.filter(({ name }) => name !== 'name' && name !== 'description' && name !== 'owner'),
  [],
);

function buildTable(keys: Iterable<Key>, derived: readonly DerivedFact[]): FactTable {
  const properties = [...keys];
  const facts = new Map<string, Fact>();
  for (const property of properties) {
    const values = testableValues(property);
    if (values !== 'ids') facts.set(property.name, { name: property.name, doc: property.doc, values });
  }
  for (const fact of derived) facts.set(fact.name, fact);
  return { facts, properties: properties.map(({ name }) => name) };
}

function testableValues({ name, value }: Key): readonly string[] | undefined | 'ids' {
  switch (value.type) {
    case 'word':
      return value.words.map((word) => word.name);
    case 'boolean':
      return ['true', 'false'];
    case 'integer':
      return value.to - value.from < 10 ? range(value.from, value.to) : undefined;
    case 'service':
      return undefined;
    case 'text':
      return name === 'evidence' ? 'ids' : undefined;
    case 'date':
    case 'reference':
    case 'controls':
    case 'returns':
    case 'switches':
    case 'parameters':
      return 'ids';
  }
}

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}
