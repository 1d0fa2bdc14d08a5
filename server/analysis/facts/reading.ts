import type { Span } from '../../text/span.ts';

/** How a fact is known. */
export type Basis = 'stated' | 'given' | 'derived' | 'assumed';

/** A fact about an element or flow as a rule sees it. */
export interface Reading {
  readonly values: readonly string[];
  readonly basis: Basis;
  /** Where it is stated. */
  readonly span: Span | undefined;
  /** The fact in words, with the names of the descriptor. */
  readonly text: string;
}

export function derived(text: string, ...values: readonly string[]): Reading {
  return { values, basis: 'derived', span: undefined, text };
}

/** That an element or flow leaves a property out. */
export function notSaid(id: string, property: string): string {
  return `"${id}" does not say ${questions[property] ?? `its ${property}`}`;
}

/** What `notSaid` says, found again in a longer reason: the answer to it is a property to state. */
export function unsaidIn(text: string): { readonly id: string; readonly property: string } | undefined {
  const [, id, words = ''] = /"([^"]+)" does not say ([^,:]+)/.exec(text) ?? [];
  const asked = Object.entries(questions).find(([, question]) => words.startsWith(question));
  const property = asked?.[0] ?? /^its ([a-z-]+)/.exec(words)?.[1];
  return id === undefined || property === undefined ? undefined : { id, property };
}

/** Properties that are no noun. */
const questions: Readonly<Record<string, string>> = {
  encrypted: 'whether it is encrypted',
  'loads-remote-content': 'whether it loads remote content',
  'multi-tenant': 'whether tenants share it',
  proprietary: 'whether it is proprietary',
  grants: 'which grants it offers',
  holds: 'what it holds',
  keeps: 'for how long and whom it keeps what it holds',
  guards: 'what it guards',
  fails: 'what happens when it fails',
  'trained-on': 'what it was trained on',
};
