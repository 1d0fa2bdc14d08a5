import type { Facts, Switch } from '../architecture.ts';
import { makeProblem } from '../make-problem.ts';
import { quote } from '../wording.ts';
import type { Decoding } from './decoding.ts';

/** What `when` and `unless` say. Both may stand, for two different options. */
export function readSwitches(decoding: Decoding, facts: Facts, name: string): readonly Switch[] {
  const when = facts.get('when')?.values[0];
  const unless = facts.get('unless')?.values[0];
  if (unless !== undefined && when?.text === unless.text) {
    const message = `${name} is there when ${quote(when.text)} is on and unless it is on: it is never there`;
    decoding.report(
      makeProblem('contradiction', unless.span, message, {
        related: [{ text: 'the other', span: when.span }],
      }),
    );
  }
  return [
    ...(when === undefined ? [] : [{ option: when, wanted: true }]),
    ...(unless === undefined ? [] : [{ option: unless, wanted: false }]),
  ];
}
