import type { Element } from '../model/architecture.ts';
import type { Problem } from '../model/problem.ts';
import { everyElement, groupKeys } from '../model/vocabulary/element-keys.ts';
import { certainElementFact, elementFact } from './facts/element-fact.ts';
import type { Scene } from './scene.ts';

/** Unsaid facts that would be read at their worst, one hint an element: silence must be easy to end. */
export function questionsOf(scene: Scene): readonly Problem[] {
  const problems: Problem[] = [];
  for (const element of scene.architecture.elements.values()) {
    const keys = unsaid(scene, element);
    if (keys.length === 0) continue;
    problems.push({
      code: 'unsaid-facts',
      severity: 'hint',
      span: element.idSpan,
      message: `say for "${element.id}": ${keys.join(', ')}`,
      related: [],
      remedies: [
        {
          type: 'ask-keys',
          title: `Add ${keys.join(', ')} to "${element.id}"`,
          section: element.role === 'actor' ? 'actors' : 'components',
          id: element.id,
          keys,
        },
      ],
    });
  }
  return problems;
}

function unsaid(scene: Scene, element: Element): readonly string[] {
  return [...everyElement, ...groupKeys[element.group]]
    .map((key) => key.name)
    .filter(
      (name) =>
        !element.facts.has(name) &&
        certainElementFact(scene, element, name) === undefined &&
        elementFact(scene, element, name)?.basis === 'assumed',
    );
}
