import type { Evidence } from './match/evidence.ts';
import type { Reading } from './facts/reading.ts';
import type { Following } from './judge/followed.ts';
import type { ContextWays } from './judge/screened-context.ts';

/** What was worked out about the parts of a scene: rules that ask the same of them share the answer. */
export interface SceneMemory {
  /** Answers of conditions, with and without assumptions. */
  readonly assuming: Answers<object, Evidence>;
  readonly certain: Answers<object, Evidence>;
  /** Certain facts by name. */
  readonly facts: Answers<string, Reading>;
  /** What walks follow, with and without assumptions. */
  readonly following: Readonly<Record<'assuming' | 'certain', Map<string, Following>>>;
  readonly contextWays: Map<'assuming' | 'certain', ContextWays>;
}

/** Answers to questions of one kind about elements and flows; an answer may be that there is none. */
type Answers<Question, Answer> = Map<Question, Map<object, Answer | undefined>>;

export function emptyMemory(): SceneMemory {
  return {
    assuming: new Map(),
    certain: new Map(),
    facts: new Map(),
    following: { assuming: new Map(), certain: new Map() },
    contextWays: new Map(),
  };
}

export function remember<Question, Answer>(
  answers: Answers<Question, Answer>,
  question: Question,
  subject: object,
  answer: () => Answer | undefined,
): Answer | undefined {
  let known = answers.get(question);
  if (known === undefined) answers.set(question, (known = new Map<object, Answer | undefined>()));
  const before = known.get(subject);
  if (before !== undefined || known.has(subject)) return before;
  const found = answer();
  known.set(subject, found);
  return found;
}
