import type { Severity } from '../catalog/rule.ts';
import type { Span } from '../text/span.ts';

/** A fact that made a rule apply, in words, with the place where it is stated. */
export interface Reason {
  readonly text: string;
  /** Id of the element, flow, boundary or data asset it is about; `system` for the system. */
  readonly place: string;
  /** Absent for a fact that nothing in the text states, such as an assumption. */
  readonly span: Span | undefined;
  readonly assumed: boolean;
}

/** A control of an open group is planned or partial (`planned`), or the risk is accepted. */
export type FindingStatus = 'open' | 'planned' | 'accepted';

/** A place at which a control would answer the finding, in the order in which to offer them. */
export interface ControlSite {
  readonly section: 'system' | 'boundaries' | 'actors' | 'components' | 'flows';
  /** Absent for the system. */
  readonly id: string | undefined;
}

/** A group of controls of which none is met. */
export interface MissingGroup {
  /** Any one of them answers. */
  readonly controls: readonly string[];
  readonly sites: readonly ControlSite[];
}

export interface Finding {
  /** `<rule>@<place>`, the key under which the risk can be accepted. */
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  /** Residual severity, with the declared controls counted. */
  readonly severity: Severity;
  /** Severity with no control counted. */
  readonly inherent: Severity;
  readonly confidence: 'certain' | 'assumed';
  readonly status: FindingStatus;
  /** Id of the place: an element, flow or boundary, or `system`. */
  readonly element: string;
  readonly span: Span;
  readonly message: string;
  readonly because: readonly Reason[];
  /** Ids of elements and flows in order, the shortest path first. */
  readonly paths: readonly (readonly string[])[];
  /** How many more paths lead to the same finding. */
  readonly morePaths: number;
  readonly missing: readonly MissingGroup[];
  readonly risks: readonly string[];
  readonly agentic: readonly string[];
  /** The option and setting that would close it, where there is one. */
  readonly closedBy: { readonly option: string; readonly on: boolean } | undefined;
  /** Key of the accepted risk that speaks of it, expired or not. */
  readonly acceptance: { readonly key: string; readonly expired: boolean } | undefined;
  /** Name of the catalog the rule came from. */
  readonly origin: string;
}
