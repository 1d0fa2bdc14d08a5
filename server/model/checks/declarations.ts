import type { Architecture, ControlStatement, Element } from '../architecture.ts';
import { boundariesAround } from '../containment.ts';
import { controlStatements } from '../control-statements.ts';
import type { KnownWords } from '../known-words.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import type { Problem } from '../problem.ts';
import { servicePlatforms } from '../vocabulary/service-platforms.ts';
import { quote } from '../wording.ts';
import type { CheckContext } from './check-architecture.ts';

/** What a declaration must say beside its status. */
export function* checkDeclarations({ architecture, known, suggest }: CheckContext): Generator<Problem> {
  for (const statement of controlStatements(architecture)) {
    if (
      statement.status === 'inherited' &&
      !saysWhence(statement) &&
      !isBrought(architecture, known, statement)
    ) {
      const message = `${quote(statement.control)} is inherited, but it is not said from what; add "by" or "evidence", or a "service" that always brings it`;
      yield makeProblem('missing-key', statement.statusSpan, message);
    }
    const by = statement.facts.get('by')?.values[0];
    if (by === undefined || isMeans(architecture, by.text)) continue;
    const components = [...architecture.elements.keys()];
    const { nearest, hint } = suggest(by.text, () => components, 'there is');
    const rest =
      nearest.length > 0 ? hint : '; "by" takes a product such as "aws:waf", a component, or "prompt"';
    yield makeProblem('dangling-reference', by.span, `there is no component ${quote(by.text)}${rest}`, {
      remedies: replaceWithEach(nearest, by.span),
    });
  }
}

function saysWhence(statement: ControlStatement): boolean {
  return statement.facts.has('by') || statement.facts.has('evidence');
}

/** Whether a service at the place always brings the control. */
function isBrought(architecture: Architecture, known: KnownWords, statement: ControlStatement): boolean {
  return elementsAt(architecture, statement).some((element) => {
    const service = element.facts.get('service')?.values[0]?.text;
    const brings = service === undefined ? [] : (known.services.get(service)?.brings ?? []);
    return brings.some((one) => one.control === statement.control);
  });
}

function elementsAt(architecture: Architecture, { place }: ControlStatement): readonly Element[] {
  const all = [...architecture.elements.values()];
  switch (place.type) {
    case 'system':
      return all;
    case 'boundary':
      return all.filter((element) =>
        boundariesAround(architecture, element.id).some((boundary) => boundary.id === place.id),
      );
    case 'element':
      return all.filter((element) => element.id === place.id);
    case 'flow':
    case 'returns': {
      const ends = new Set(
        architecture.flows
          .filter((flow) => flow.id === place.id)
          .flatMap((flow) => [flow.from.text, flow.to.text]),
      );
      return all.filter((element) => ends.has(element.id));
    }
  }
}

function isMeans(architecture: Architecture, by: string): boolean {
  if (by === 'prompt' || architecture.elements.has(by)) return true;
  const [platform, product] = by.split(':', 2);
  return (product ?? '') !== '' && servicePlatforms.some(({ name }) => name === platform);
}
