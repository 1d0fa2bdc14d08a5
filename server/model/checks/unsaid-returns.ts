import type { Element, Flow } from '../architecture.ts';
import { makeProblem } from '../make-problem.ts';
import type { Problem, Remedy } from '../problem.ts';
import { askingPurposes } from '../vocabulary/flow-keys.ts';
import { quote } from '../wording.ts';
import { isWritten, type CheckContext } from './check-architecture.ts';

/** Calls that ask, and do not say what they are answered. */
export function* checkUnsaidReturns(context: CheckContext): Generator<Problem> {
  const { architecture } = context;
  const seen = new Set<string>();
  for (const flow of architecture.flows) {
    if (!flow.drawn || seen.has(flow.id) || !askingPurposes.has(flow.purpose)) continue;
    seen.add(flow.id);
    if (isWritten(context, flow.id, 'returns')) continue;
    const message = `${quote(flow.id)} asks (${flow.purpose}) and does not say what comes back; add "returns"`;
    yield makeProblem('unsaid-return', flow.idSpan, message, {
      severity: 'hint',
      remedies: remediesFor(flow, architecture.elements.get(flow.to.text)),
    });
  }
}

function remediesFor(flow: Flow, target: Element | undefined): readonly Remedy[] {
  const held = (target?.facts.get('holds')?.values ?? []).map((value) => value.text);
  const add = (title: string, value: string): Remedy => {
    return { type: 'add-key', title, section: 'flows', id: flow.id, key: 'returns', value };
  };
  const what = `[${held.join(', ')}]`;
  return [
    ...(held.length === 0 ? [] : [add(`Say that what "${flow.to.text}" holds comes back`, what)]),
    add('Say that nothing comes back', '[]'),
  ];
}
