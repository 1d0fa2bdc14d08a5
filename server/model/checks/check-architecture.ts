import type { Architecture } from '../architecture.ts';
import type { Notes, Suggest } from '../decode/decoding.ts';
import type { KnownWords } from '../known-words.ts';
import type { Problem } from '../problem.ts';
import { checkContradictions } from './contradictions.ts';
import { checkControlPlaces } from './control-places.ts';
import { checkDeclarations } from './declarations.ts';
import { checkIdleControlPoints } from './idle-control-points.ts';
import { checkImpossibleFlows } from './impossible-flows.ts';
import { checkPlacement } from './placement.ts';
import { checkUnreachable } from './unreachable.ts';
import { checkUnsaidReturns } from './unsaid-returns.ts';

/** What the checks know beside the architecture itself. */
export interface CheckContext {
  readonly architecture: Architecture;
  readonly known: KnownWords;
  readonly notes: Notes;
  readonly suggest: Suggest;
  /** Whether the YAML reads to the end: what is missing in a half-typed file may stand in the rest. */
  readonly isWhole: boolean;
}

/** What is wrong between the parts of a descriptor, although each of them reads. */
export function* checkArchitecture(context: CheckContext): Generator<Problem> {
  yield* checkControlPlaces(context);
  yield* checkDeclarations(context);
  yield* checkContradictions(context);
  yield* checkImpossibleFlows(context);
  if (!context.isWhole) return;
  yield* checkPlacement(context);
  yield* checkUnreachable(context);
  yield* checkIdleControlPoints(context);
  yield* checkUnsaidReturns(context);
}

/** Whether a key stands in the entry of an id, even if its value does not read: then another problem says so. */
export function isWritten({ notes }: CheckContext, id: string, key: string): boolean {
  return notes.written.get(id)?.has(key) ?? false;
}
