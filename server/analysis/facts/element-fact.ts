import type { Element, Fact } from '../../model/architecture.ts';
import { elementProperties, findKind } from '../../model/vocabulary/vocabulary.ts';
import { groupKeys } from '../../model/vocabulary/element-keys.ts';
import { remember } from '../scene-memory.ts';
import type { Scene } from '../scene.ts';
import { derivedElementFact } from './derived-element-fact.ts';
import { notSaid, type Reading } from './reading.ts';

/**
 * Reads one fact of an element: what is stated, else what kind or service give, else what follows from the
 * rest of the architecture, else the worst plausible value. Absent where nothing can be said.
 */
export function elementFact(scene: Scene, element: Element, name: string): Reading | undefined {
  return certainElementFact(scene, element, name) ?? assumedElementFact(element, name);
}

export function certainElementFact(scene: Scene, element: Element, name: string): Reading | undefined {
  return remember(scene.memory.facts, name, element, () => readCertain(scene, element, name));
}

function readCertain(scene: Scene, element: Element, name: string): Reading | undefined {
  const stated = element.facts.get(name);
  if (stated !== undefined && !isDerivedOnly(name)) return statedReading(element, stated);
  return (
    givenByKind(element, name) ??
    givenByService(scene, element, name) ??
    derivedElementFact(scene, element, name)
  );
}

/** Names whose stated form means something else than the fact that rules test. */
function isDerivedOnly(name: string): boolean {
  return name === 'kind' || name === 'zone' || name === 'trust';
}

function statedReading(element: Element, fact: Fact): Reading {
  return {
    values: fact.values.map((value) => value.text),
    basis: 'stated',
    span: fact.span,
    text: `"${element.id}" has ${fact.key}: ${fact.values.map((value) => value.text).join(', ')}`,
  };
}

function givenByKind(element: Element, name: string): Reading | undefined {
  const values = findKind(element.kind)?.facts[name];
  if (values === undefined) return undefined;
  const text = `"${element.id}" is of kind ${element.kind}, which has ${name}: ${values.join(', ')}`;
  return { values, basis: 'given', span: element.kindSpan, text };
}

function givenByService(scene: Scene, element: Element, name: string): Reading | undefined {
  const stated = element.facts.get('service');
  const service = scene.catalog.services.get(stated?.values[0]?.text ?? '');
  const values = service?.facts[name];
  if (service === undefined || values === undefined) return undefined;
  const text = `"${element.id}" is ${service.title}, which has ${name}: ${values.join(', ')}`;
  return { values, basis: 'given', span: stated?.span, text };
}

/** The worst plausible value, where the kind has the property at all. */
function assumedElementFact(element: Element, name: string): Reading | undefined {
  const property = elementProperties.get(name);
  if (property?.assume === undefined) return undefined;
  const ofGroup = groupKeys[element.group].some((key) => key.name === name);
  const ofTool = name === 'effects' && element.group === 'tool';
  if (!ofGroup && !ofTool) return undefined;
  if (name === 'autonomy' && element.kind !== 'agent') return undefined;
  return {
    values: [property.assume],
    basis: 'assumed',
    span: undefined,
    text: `${notSaid(element.id, name)}, so ${property.assume} is assumed`,
  };
}
