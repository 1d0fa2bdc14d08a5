import {
  derivedElementFacts,
  derivedFlowFacts,
  type DerivedFact,
} from '../../../server/catalog/derived-facts.ts';
import type { DataCondition, ElementCondition, FlowCondition } from '../../../server/catalog/rule.ts';
import { code } from './markdown.ts';
import { over, says, type Outline } from './outline.ts';

type Facts = Readonly<Record<string, readonly string[]>>;
type Phrases = ReadonlyMap<string, DerivedFact['phrases']>;

const elementPhrases = phrasesOf(derivedElementFacts);
const flowPhrases = phrasesOf(derivedFlowFacts);

/** What must hold of an element, as phrases that go on after “it”. */
export function elementWords(condition: ElementCondition): readonly Outline[] {
  const { trust, can, data, holds, receives, sends, not, anyOf } = condition;
  return [
    ...statementWords(condition, elementPhrases),
    ...(trust.length > 0 ? [says(`handles ${either(trust)} content`)] : []),
    ...(can.length > 0 ? [says(`is able to cause ${either(can)}`)] : []),
    ...(data === undefined ? [] : [says(`can be reached by data ${dataWords(data)}`)]),
    ...(holds === undefined ? [] : [says(`holds data ${dataWords(holds)}`)]),
    ...(receives === undefined ? [] : [over('receives a flow that', flowWords(receives))]),
    ...(sends === undefined ? [] : [over('sends a flow that', flowWords(sends))]),
    ...(not === undefined ? [] : [denied(not.anyOf.map(elementWords), elementWords(not))]),
    ...alternatives(anyOf.map(elementWords)),
  ];
}

/** What must hold of a flow, as phrases that go on after “it”. */
export function flowWords(condition: FlowCondition): readonly Outline[] {
  const { from, to, carries, returns, crosses, not, anyOf } = condition;
  return [
    ...statementWords(condition, flowPhrases),
    ...(from === undefined ? [] : [over('comes from an element that', elementWords(from))]),
    ...(to === undefined ? [] : [over('goes to an element that', elementWords(to))]),
    ...(carries === undefined ? [] : [says(`carries data ${dataWords(carries)}`)]),
    ...(returns === undefined ? [] : [says(`brings back data ${dataWords(returns)}`)]),
    ...(crosses.length > 0 ? [says(`crosses ${either(crosses)}`)] : []),
    ...(not === undefined ? [] : [denied(not.anyOf.map(flowWords), flowWords(not))]),
    ...alternatives(anyOf.map(flowWords)),
  ];
}

/** What must hold of data, as a phrase that goes on after “data”. */
export function dataWords({ classification, tags, trust }: DataCondition): string {
  const phrases = [
    ...(classification === undefined ? [] : [`classified ${code(classification)} or higher`]),
    ...(tags === undefined ? [] : [`tagged ${either(tags)}`]),
    ...(trust === undefined ? [] : [`that is ${either(trust)}`]),
  ];
  return phrases.length === 0 ? 'of any kind' : phrases.join(' and ');
}

export function factWords(facts: Facts, stated: readonly string[] = []): readonly Outline[] {
  return Object.entries(facts).map(([name, values]) => factWord(name, values, stated.includes(name)));
}

/** `a`, `b` or `c`. */
export function either(words: readonly string[]): string {
  const coded = words.map(code);
  const last = coded.pop() ?? '';
  return coded.length === 0 ? last : `${coded.join(', ')} or ${last}`;
}

interface Statements {
  readonly facts: Facts;
  readonly stated: readonly string[];
  readonly unstated: readonly string[];
}

function statementWords({ facts, stated, unstated }: Statements, phrases: Phrases): readonly Outline[] {
  const valued = Object.entries(facts).map(([name, values]) => {
    const [only] = values;
    const phrase = only === undefined || values.length > 1 ? undefined : phrases.get(name)?.[only];
    return phrase === undefined ? factWord(name, values, stated.includes(name)) : says(phrase);
  });
  return [
    ...valued,
    ...stated.filter((name) => facts[name] === undefined).map((name) => says(`states ${code(name)}`)),
    ...unstated.map((name) => says(`does not state ${code(name)}`)),
  ];
}

function factWord(name: string, values: readonly string[], stated: boolean): Outline {
  const verb = verbs[name] ?? `has ${stated ? 'the stated ' : ''}${code(name)}`;
  return says(`${verb} ${either(values)}`);
}

const verbs: Readonly<Record<string, string>> = {
  kind: 'is of kind',
  group: 'is of group',
  purpose: 'is for',
};

/** “Not one of these” where it is only a choice; otherwise not everything that is said together. */
function denied(choice: readonly (readonly Outline[])[], all: readonly Outline[]): Outline {
  const [only] = all;
  if (choice.length > 0 && all.length === 1)
    return { text: 'is none of these:', parts: choice.map(together) };
  if (only !== undefined && all.length === 1)
    return { text: `is not one that ${only.text}`, parts: only.parts };
  return { text: 'is not one with all of this:', parts: all };
}

function alternatives(choice: readonly (readonly Outline[])[]): readonly Outline[] {
  if (choice.length === 0) return [];
  return [{ text: 'is one of these:', parts: choice.map(together) }];
}

function together(parts: readonly Outline[]): Outline {
  const [only = says('is anything')] = parts;
  return parts.length > 1 ? { text: 'all of this:', parts } : only;
}

function phrasesOf(facts: readonly DerivedFact[]): Phrases {
  return new Map(facts.map(({ name, phrases }) => [name, phrases]));
}
