import type { DataCondition, ElementCondition, FlowCondition } from '../../catalog/rule.ts';
import type { Element, Flow } from '../../model/architecture.ts';
import { elementFact } from '../facts/element-fact.ts';
import { flowFact } from '../facts/flow-fact.ts';
import { matchElement } from '../match/element.ts';
import { matchFlow } from '../match/flow.ts';
import type { Evidence } from '../match/evidence.ts';
import type { Scene } from '../scene.ts';

/** One demand of a condition, by itself: whether it holds of a subject, and otherwise what stands against it. */
export interface ConditionPart<Subject> {
  readonly wanted: string;
  /** Whether it says what sort of thing is meant at all: what differs in it is not near. */
  readonly isNature: boolean;
  match(scene: Scene, subject: Subject): Evidence | undefined;
  found(scene: Scene, subject: Subject): string;
}

const natures: ReadonlySet<string> = new Set(['kind', 'group', 'shape', 'role', 'purpose']);

const anyElement: ElementCondition = { facts: {}, stated: [], unstated: [], trust: [], can: [], anyOf: [] };
const anyFlow: FlowCondition = { facts: {}, stated: [], unstated: [], crosses: [], anyOf: [] };

/** The demands of a condition on an element; it holds where all of them hold. */
export function elementParts(condition: ElementCondition): readonly ConditionPart<Element>[] {
  const part = (
    only: Partial<ElementCondition>,
    wanted: string,
    found: ConditionPart<Element>['found'] = () => 'it is not so',
  ): ConditionPart<Element> => ({
    wanted,
    isNature: Object.keys(only.facts ?? {}).some((name) => natures.has(name)),
    match: (scene, element) => matchElement(scene, element, { ...anyElement, ...only }),
    found,
  });
  const parts = Object.entries(condition.facts).map(([name, values]) =>
    part({ facts: { [name]: values } }, `${name}: ${values.join(' or ')}`, (scene, element) =>
      said(elementFact(scene, element, name)?.text, name, element.id),
    ),
  );
  for (const name of condition.stated) parts.push(part({ stated: [name] }, `${name} is stated`));
  for (const name of condition.unstated) parts.push(part({ unstated: [name] }, `nothing says its ${name}`));
  if (condition.trust.length > 0) {
    parts.push(
      part({ trust: condition.trust }, `trust: ${condition.trust.join(' or ')}`, (scene, { id }) => {
        const reach = scene.graph.reach.elements.get(id);
        return reach === undefined ? 'nothing is computed for it' : `it is ${reach.trust}: ${reach.because}`;
      }),
    );
  }
  if (condition.can.length > 0) {
    const wanted = `able to cause ${condition.can.join(' or ')}`;
    parts.push(part({ can: condition.can }, wanted, () => 'no call from it sets that off'));
  }
  if (condition.data !== undefined) {
    const { data } = condition;
    parts.push(part({ data }, `data ${dataWords(data)} reaches it`, () => 'no such data reaches it'));
  }
  if (condition.holds !== undefined) {
    const { holds } = condition;
    parts.push(part({ holds }, `it holds data ${dataWords(holds)}`, () => 'it holds no such data'));
  }
  if (condition.receives !== undefined) {
    const { receives } = condition;
    parts.push(
      part({ receives }, `it receives ${flowWords(receives)}`, (scene, { id }) =>
        nearestFlow(scene, scene.links.flowsTo(id), receives, 'no flow ends there'),
      ),
    );
  }
  if (condition.sends !== undefined) {
    const { sends } = condition;
    parts.push(
      part({ sends }, `it sends ${flowWords(sends)}`, (scene, { id }) =>
        nearestFlow(scene, scene.links.flowsFrom(id), sends, 'no flow starts there'),
      ),
    );
  }
  if (condition.not !== undefined) {
    const { not } = condition;
    parts.push(part({ not }, `not ${elementWords(not)}`, () => 'it is that'));
  }
  if (condition.anyOf.length > 0) {
    parts.push(
      part({ anyOf: condition.anyOf }, alternatives(condition.anyOf.map(elementWords)), (scene, element) =>
        nearestAlternative(scene, element, condition.anyOf.map(elementParts)),
      ),
    );
  }
  return parts;
}

/** The demands of a condition on a flow; it holds where all of them hold. */
export function flowParts(condition: FlowCondition): readonly ConditionPart<Flow>[] {
  const part = (
    only: Partial<FlowCondition>,
    wanted: string,
    found: ConditionPart<Flow>['found'] = () => 'it is not so',
  ): ConditionPart<Flow> => ({
    wanted,
    isNature: Object.keys(only.facts ?? {}).some((name) => natures.has(name)),
    match: (scene, flow) => matchFlow(scene, flow, { ...anyFlow, ...only }),
    found,
  });
  const end = (name: 'from' | 'to', wanted: ElementCondition): ConditionPart<Flow> => {
    const said = brief(`${name} an element with ${elementWords(wanted)}`, `${name} another element`);
    return part({ [name]: wanted }, said, (scene, flow) => {
      const element = scene.architecture.elements.get(flow[name].text);
      const [first] = element === undefined ? [] : failingParts(scene, element, elementParts(wanted));
      if (first === undefined) return `"${flow[name].text}" is not such an element`;
      const reason = said.includes(first.part.wanted) ? first.found : `${first.part.wanted} is wanted`;
      return `"${flow[name].text}" is not such an element: ${reason}`;
    });
  };
  const parts = Object.entries(condition.facts).map(([name, values]) =>
    part({ facts: { [name]: values } }, `${name}: ${values.join(' or ')}`, (scene, flow) =>
      said(flowFact(scene, flow, name)?.text, name, flow.id),
    ),
  );
  for (const name of condition.stated) parts.push(part({ stated: [name] }, `${name} is stated`));
  for (const name of condition.unstated) parts.push(part({ unstated: [name] }, `nothing says its ${name}`));
  if (condition.from !== undefined) parts.push(end('from', condition.from));
  if (condition.to !== undefined) parts.push(end('to', condition.to));
  if (condition.crosses.length > 0) {
    parts.push(
      part(
        { crosses: condition.crosses },
        `it crosses ${condition.crosses.join(' or ')}`,
        () => 'it does not',
      ),
    );
  }
  if (condition.carries !== undefined) {
    const { carries } = condition;
    parts.push(part({ carries }, `it carries data ${dataWords(carries)}`, () => 'it carries no such data'));
  }
  if (condition.returns !== undefined) {
    const { returns } = condition;
    parts.push(part({ returns }, `it returns data ${dataWords(returns)}`, () => 'it returns no such data'));
  }
  if (condition.not !== undefined) {
    const { not } = condition;
    parts.push(part({ not }, `not ${flowDemands(not)}`, () => 'it is that'));
  }
  if (condition.anyOf.length > 0) {
    parts.push(
      part({ anyOf: condition.anyOf }, alternatives(condition.anyOf.map(flowDemands)), (scene, flow) =>
        nearestAlternative(scene, flow, condition.anyOf.map(flowParts)),
      ),
    );
  }
  return parts;
}

export interface FailingPart<Subject> {
  readonly part: ConditionPart<Subject>;
  readonly found: string;
}

export function failingParts<Subject>(
  scene: Scene,
  subject: Subject,
  parts: readonly ConditionPart<Subject>[],
): readonly FailingPart<Subject>[] {
  return parts
    .filter((part) => part.match(scene, subject) === undefined)
    .map((part) => ({ part, found: part.found(scene, subject) }));
}

export function elementWords(condition: ElementCondition): string {
  return joined(elementParts(condition).map(({ wanted }) => wanted));
}

function flowDemands(condition: FlowCondition): string {
  return joined(flowParts(condition).map(({ wanted }) => wanted));
}

function flowWords(condition: FlowCondition): string {
  return brief(`a flow with ${flowDemands(condition)}`, 'another flow');
}

/** A sentence that wants all of it at once is read by nobody; what is found says where it fails. */
function brief(words: string, instead: string): string {
  return words.length > longest ? instead : words;
}

const longest = 100;

function alternatives(words: readonly string[]): string {
  return brief(words.join('; or '), `one of ${String(words.length)} cases`);
}

function nearestAlternative<Subject>(
  scene: Scene,
  subject: Subject,
  cases: readonly (readonly ConditionPart<Subject>[])[],
): string {
  const failing = cases.map((parts) => failingParts(scene, subject, parts));
  const [nearest] = failing.toSorted((a, b) => a.length - b.length);
  return cases.length === 1 || nearest === undefined
    ? 'it is not that'
    : `it is none of these; in the nearest case ${sayFirst(nearest)}`;
}

function nearestFlow(scene: Scene, flows: readonly Flow[], condition: FlowCondition, none: string): string {
  const parts = flowParts(condition);
  const judged = flows.map((flow) => ({ flow, failing: failingParts(scene, flow, parts) }));
  const [nearest] = judged.toSorted((a, b) => a.failing.length - b.failing.length);
  return nearest === undefined ? none : `of "${nearest.flow.id}" ${sayFirst(nearest.failing)}`;
}

function sayFirst<Subject>([first, ...others]: readonly FailingPart<Subject>[]): string {
  if (first === undefined) return 'too much is assumed';
  const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
  return `${first.part.wanted} is wanted, but ${first.found}${more}`;
}

function dataWords({ classification, tags, trust }: DataCondition): string {
  return joined([
    ...(classification === undefined ? [] : [`of classification ${classification} or above`]),
    ...(tags === undefined ? [] : [`tagged ${tags.join(' or ')}`]),
    ...(trust === undefined ? [] : [`that is ${trust.join(' or ')}`]),
  ]);
}

function joined(words: readonly string[]): string {
  return words.length === 0 ? 'anything' : words.join(', ');
}

function said(text: string | undefined, name: string, id: string): string {
  return text ?? `nothing is said about ${name} of "${id}"`;
}
