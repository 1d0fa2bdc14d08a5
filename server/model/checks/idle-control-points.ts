import { makeProblem } from '../make-problem.ts';
import type { Problem } from '../problem.ts';
import { quote } from '../wording.ts';
import { isWritten, type CheckContext } from './check-architecture.ts';
import { touchedElements } from './unreachable.ts';

/** Control points that guard nothing and that nothing passes: they protect on paper only. */
export function* checkIdleControlPoints(context: CheckContext): Generator<Problem> {
  const { architecture } = context;
  const touched = touchedElements(context);
  const asked = architecture.flows.filter((flow) => flow.drawn && flow.purpose === 'inference');
  const only = new Set(asked.map((flow) => flow.id)).size === 1 ? asked[0]?.id : undefined;
  for (const element of architecture.elements.values()) {
    if (element.group !== 'control-point' || touched.has(element.id)) continue;
    const guards = element.facts.get('guards')?.values;
    if (guards === undefined ? isWritten(context, element.id, 'guards') : guards.length > 0) continue;
    const message = `${quote(element.id)} guards nothing and no flow passes it; say what it "guards", or draw the flows through it`;
    yield makeProblem('idle-control-point', element.idSpan, message, {
      remedies:
        only === undefined
          ? []
          : [
              {
                type: 'add-key',
                title: `Let it guard "${only}"`,
                section: 'components',
                id: element.id,
                key: 'guards',
                value: `[${only}]`,
              },
            ],
    });
  }
}
