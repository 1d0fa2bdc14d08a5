import type { Span } from '../text/span.ts';

/** Every way in which a descriptor can be wrong; the code of the diagnostic. */
export type ProblemCode =
  | 'yaml-syntax'
  | 'missing-version'
  | 'unknown-version'
  | 'unknown-key'
  | 'missing-key'
  | 'duplicate-key'
  | 'wrong-type'
  | 'unknown-value'
  | 'malformed-id'
  | 'duplicate-id'
  | 'dangling-reference'
  | 'containment-cycle'
  | 'outside-every-boundary'
  | 'impossible-flow'
  | 'unreachable-component'
  | 'idle-control-point'
  | 'contradiction'
  | 'unknown-control'
  | 'misplaced-control'
  | 'unknown-option'
  | 'unknown-service'
  | 'unsaid-return'
  | 'unsaid-facts'
  | 'dead-acceptance'
  | 'expired-acceptance'
  | 'dead-suppression'
  | 'internal-error';

export interface RelatedPlace {
  readonly text: string;
  readonly span: Span;
}

/** A repair that is evident from the problem alone. */
export type Remedy =
  | { readonly type: 'replace'; readonly title: string; readonly span: Span; readonly text: string }
  | { readonly type: 'remove-entry'; readonly title: string; readonly span: Span }
  /** Adds a key to the entry of an id; the value is one YAML scalar or flow collection. */
  | {
      readonly type: 'add-key';
      readonly title: string;
      readonly section: string;
      readonly id: string | undefined;
      readonly key: string;
      readonly value: string;
    }
  /** Adds several keys with the value `unknown` to be filled in. */
  | {
      readonly type: 'ask-keys';
      readonly title: string;
      readonly section: string;
      readonly id: string;
      readonly keys: readonly string[];
    }
  | {
      readonly type: 'add-entry';
      readonly title: string;
      readonly section: string;
      readonly id: string;
      readonly value: string;
    }
  | {
      readonly type: 'move-control';
      readonly title: string;
      readonly control: string;
      readonly from: Span;
      readonly section: string;
      readonly id: string | undefined;
    };

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly remedies: readonly Remedy[];
}
