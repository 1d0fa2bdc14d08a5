import type {
  DataCondition,
  ElementCondition,
  FlowCondition,
  RequirementPlace,
  RuleForm,
} from '../../../server/catalog/rule.ts';
import { code, codes } from './markdown.ts';

/** Conditions as phrases that go on after a noun: “an element” + “whose `kind` is `llm` or `agent`”. */

type Facts = Readonly<Record<string, readonly string[]>>;

export function formInWords(when: RuleForm): string {
  switch (when.form) {
    case 'component':
      return `At every element ${elementInWords(when.element)}.`;
    case 'flow':
      return `At every flow ${flowInWords(when.flow)}.${flowPlaces[when.place]}`;
    case 'path': {
      const parts = [
        `Wherever data can get from an element ${elementInWords(when.from)} to an element ${elementInWords(when.to)}`,
        when.entersBy.length > 0 ? `entering by a flow for ${anyOf(when.entersBy)}` : '',
        when.arrivesBy.length > 0 ? `arriving by a flow for ${anyOf(when.arrivesBy)}` : '',
        when.carrying === undefined ? '' : `carrying data ${dataInWords(when.carrying)}`,
        when.through === undefined ? '' : `through an element ${elementInWords(when.through)}`,
        when.lastHop === undefined ? '' : `where the last flow is one ${flowInWords(when.lastHop)}`,
      ];
      return `${parts.filter((part) => part !== '').join(', ')}.${pathPlaces[when.place]}`;
    }
    case 'session': {
      const owner = when.owner === undefined ? '' : ` of an element ${elementInWords(when.owner)}`;
      return `In every agent or model session${owner} in which these meet: ${codes(when.capabilities)}.`;
    }
    case 'system': {
      const parts = [
        ...factsInWords(when.facts),
        ...when.has.map((element) => `that has an element ${elementInWords(element)}`),
        ...when.hasFlow.map((flow) => `that has a flow ${flowInWords(flow)}`),
        ...when.hasNot.map((element) => `that has no element ${elementInWords(element)}`),
      ];
      return `In every system ${joined(parts)}`.trim() + '.';
    }
  }
}

export function elementInWords(condition: ElementCondition): string {
  return joined([
    ...factsInWords(condition.facts),
    ...condition.stated.map((name) => `that states ${code(name)}`),
    ...condition.unstated.map((name) => `about which nothing states ${code(name)}`),
    ...(condition.trust.length > 0 ? [`that ${anyOf(condition.trust)} content reaches or comes from`] : []),
    ...(condition.can.length > 0 ? [`that is able to cause ${anyOf(condition.can)}`] : []),
    ...(condition.data === undefined
      ? []
      : [`that holds or can be reached by data ${dataInWords(condition.data)}`]),
    ...(condition.holds === undefined ? [] : [`that holds data ${dataInWords(condition.holds)}`]),
    ...(condition.receives === undefined ? [] : [`at which a flow ends ${flowInWords(condition.receives)}`]),
    ...(condition.sends === undefined ? [] : [`at which a flow starts ${flowInWords(condition.sends)}`]),
    ...(condition.not === undefined ? [] : [`but not one ${elementInWords(condition.not)}`]),
    ...alternatives(condition.anyOf.map(elementInWords)),
  ]);
}

export function flowInWords(condition: FlowCondition): string {
  return joined([
    ...factsInWords(condition.facts),
    ...condition.stated.map((name) => `that states ${code(name)}`),
    ...condition.unstated.map((name) => `about which nothing states ${code(name)}`),
    ...(condition.from === undefined ? [] : [`from an element ${elementInWords(condition.from)}`]),
    ...(condition.to === undefined ? [] : [`to an element ${elementInWords(condition.to)}`]),
    ...(condition.carries === undefined ? [] : [`that carries data ${dataInWords(condition.carries)}`]),
    ...(condition.returns === undefined ? [] : [`that brings back data ${dataInWords(condition.returns)}`]),
    ...(condition.crosses.length > 0 ? [`that crosses ${anyOf(condition.crosses)}`] : []),
    ...(condition.not === undefined ? [] : [`but not one ${flowInWords(condition.not)}`]),
    ...alternatives(condition.anyOf.map(flowInWords)),
  ]);
}

export function dataInWords({ classification, tags, trust }: DataCondition): string {
  return joined([
    ...(classification === undefined ? [] : [`classified ${code(classification)} or higher`]),
    ...(tags === undefined ? [] : [`tagged ${anyOf(tags)}`]),
    ...(trust === undefined ? [] : [`that is ${anyOf(trust)}`]),
  ]);
}

export function factsInWords(facts: Facts): readonly string[] {
  return Object.entries(facts).map(([name, values]) => `whose ${code(name)} is ${anyOf(values)}`);
}

export const placesInWords: Readonly<Record<RequirementPlace, string>> = {
  source: 'at the source',
  target: 'at the target',
  flow: 'on the flow',
  path: 'somewhere on the path',
  'last-hop': 'on the last hop',
  'every-path': 'on every path',
  boundary: 'on the boundary',
  system: 'on the system',
};

const flowPlaces = {
  flow: '',
  from: ' The finding stands once at the element that the flows start at.',
  to: ' The finding stands once at the element that the flows end at.',
  boundary: ' The finding stands once at the boundary.',
  system: ' The finding stands once at the system.',
};

const pathPlaces = {
  target: '',
  session: ' The finding stands at the agent or model whose session the path goes through.',
  source: ' The finding stands at the source.',
};

function anyOf(words: readonly string[]): string {
  return words.map(code).join(' or ');
}

function alternatives(phrases: readonly string[]): readonly string[] {
  return phrases.length === 0 ? [] : [`(either ${phrases.join(', or ')})`];
}

/** An empty condition holds of anything. */
function joined(phrases: readonly string[]): string {
  return phrases.length === 0 ? 'of any kind' : phrases.join(' and ');
}
