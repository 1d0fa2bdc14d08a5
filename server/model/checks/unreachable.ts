import type { Architecture, Element } from '../architecture.ts';
import { controlStatements } from '../control-statements.ts';
import { makeProblem } from '../make-problem.ts';
import type { Problem } from '../problem.ts';
import { quote } from '../wording.ts';
import type { CheckContext } from './check-architecture.ts';

/** Elements that nothing touches: no flow, no store they write, no tool list, no control that they implement. */
export function* checkUnreachable(context: CheckContext): Generator<Problem> {
  // Before the first flow is drawn, every part would be one.
  if (context.notes.mentioned.size === 0) return;
  const touched = touchedElements(context);
  for (const element of context.architecture.elements.values()) {
    // An entry that has only begun says what is missing in it.
    if (touched.has(element.id) || needsNoFlow(element) || !element.facts.has('kind')) continue;
    const message =
      element.role === 'actor'
        ? `no flow begins or ends at ${quote(element.id)}, and no store names it among its "writers"; draw what it does, or remove it`
        : `no flow reaches ${quote(element.id)}; draw who calls it, or remove it`;
    yield makeProblem('unreachable-component', element.idSpan, message, {
      severity: 'warning',
      remedies: [{ type: 'remove-entry', title: `Remove "${element.id}"`, span: element.span }],
    });
  }
}

export function touchedElements({ architecture, notes }: CheckContext): ReadonlySet<string> {
  const touched = new Set(notes.mentioned);
  for (const flow of architecture.flows) touched.add(flow.from.text).add(flow.to.text);
  for (const element of architecture.elements.values()) {
    // A tool that a server offers makes the server, and is made reachable by it.
    for (const server of element.facts.get('via')?.values ?? []) touched.add(server.text).add(element.id);
  }
  for (const id of implementers(architecture)) touched.add(id);
  return touched;
}

/** Components that some control names as what implements it. */
function implementers(architecture: Architecture): readonly string[] {
  return [...controlStatements(architecture)].flatMap(
    (control) => control.facts.get('by')?.values[0]?.text ?? [],
  );
}

/** Companies are described for their own sake; control points have a check of their own. */
function needsNoFlow(element: Element): boolean {
  return (
    element.group === 'control-point' ||
    element.kind === 'supplier' ||
    element.kind === 'model-provider' ||
    element.kind === 'tool-provider'
  );
}
