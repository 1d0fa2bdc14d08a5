import type { PathForm, RuleForm, SystemForm } from '../../../server/catalog/rule.ts';
import { dataWords, either, elementWords, factWords, flowWords } from './condition-words.ts';
import { codes } from './markdown.ts';
import { over, outlineList, says, type Outline } from './outline.ts';

/** Where a rule looks, as a sentence with an outline beneath. */
export function formWords(when: RuleForm): string {
  switch (when.form) {
    case 'component':
      return sentence('At every element that', elementWords(when.element));
    case 'flow':
      return sentence('At every flow that', flowWords(when.flow), flowPlaces[when.place]);
    case 'path':
      return sentence(
        'Wherever data can get from one element to another, where',
        path(when),
        pathPlaces[when.place],
      );
    case 'session':
      return sentence(
        `In every agent or model session in which these meet: ${codes(when.capabilities)}.`,
        when.owner === undefined
          ? []
          : [over('the session is that of an element that', elementWords(when.owner))],
      );
    case 'system':
      return sentence('In every system that', system(when));
  }
}

function sentence(opening: string, parts: readonly Outline[], place = ''): string {
  const ending = opening.endsWith('.') || parts.length === 0 ? '' : ':';
  return [`${opening}${ending}`, outlineList(parts), place].filter((block) => block !== '').join('\n\n');
}

function path({ from, to, entersBy, arrivesBy, carrying, through, lastHop }: PathForm): readonly Outline[] {
  return [
    over('the source', elementWords(from)),
    over('the target', elementWords(to)),
    ...(through === undefined ? [] : [over('an element between them', elementWords(through))]),
    ...(carrying === undefined ? [] : [says(`what gets there is data ${dataWords(carrying)}`)]),
    ...(entersBy.length > 0 ? [says(`the first flow is for ${either(entersBy)}`)] : []),
    ...(arrivesBy.length > 0 ? [says(`the last flow is for ${either(arrivesBy)}`)] : []),
    ...(lastHop === undefined ? [] : [over('the last flow', flowWords(lastHop))]),
  ];
}

function system({ facts, unstated, has, hasFlow, hasNot }: SystemForm): readonly Outline[] {
  return [
    ...factWords(facts),
    ...unstated.map((key) => says(`does not state ${codes([key])}`)),
    ...has.map((element) => over('has an element that', elementWords(element))),
    ...hasFlow.map((flow) => over('has a flow that', flowWords(flow))),
    ...hasNot.map((element) => over('has no element that', elementWords(element))),
  ];
}

const flowPlaces = {
  flow: '',
  from: 'The finding stands once at the element that the flows start at.',
  to: 'The finding stands once at the element that the flows end at.',
  boundary: 'The finding stands once at the boundary.',
  system: 'The finding stands once at the system.',
};

const pathPlaces = {
  target: '',
  session: 'The finding stands at the agent or model whose session the path goes through.',
  source: 'The finding stands at the source.',
};
