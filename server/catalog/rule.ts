import type { Assurance } from './control.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** From mild to severe, so that an index is a rank. */
export const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/**
 * A condition on data: all that is said must hold for one and the same asset.
 * `classification` is a floor: `confidential` means confidential or restricted.
 */
export interface DataCondition {
  readonly classification?: string;
  readonly tags?: readonly string[];
  readonly trust?: readonly string[];
}

/**
 * A condition on an element. Every key must hold; a list means any one of its values.
 * `facts` are the properties of the vocabulary (kind, group, zone, exposure, autonomy, effects, …).
 */
export interface ElementCondition {
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** Properties that must be stated in the descriptor, whatever their value. */
  readonly stated: readonly string[];
  /** Properties about which nothing may be stated. */
  readonly unstated: readonly string[];
  /** Data that the element holds or that can reach it. */
  readonly data?: DataCondition;
  /** Data that the element holds itself (stores and external content). */
  readonly holds?: DataCondition;
  /** Least trust of what reaches the element, or of what an actor or source hands out. */
  readonly trust: readonly string[];
  /** Derived abilities of the vocabulary, with everything a call from here can set off. */
  readonly can: readonly string[];
  /** Holds when a flow that meets the condition ends here (`in`), starts here (`out`). */
  readonly receives?: FlowCondition;
  readonly sends?: FlowCondition;
  readonly not?: ElementCondition;
  readonly anyOf: readonly ElementCondition[];
}

/** A condition on a flow; `facts` are its properties (purpose, authentication, encrypted, format, …). */
export interface FlowCondition {
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly stated: readonly string[];
  readonly unstated: readonly string[];
  readonly from?: ElementCondition;
  readonly to?: ElementCondition;
  /** What goes along, in either direction. */
  readonly carries?: DataCondition;
  /** What comes back. */
  readonly returns?: DataCondition;
  /** What the flow crosses: `boundary`, a zone that one end is in and the other is not, `public-network`. */
  readonly crosses: readonly string[];
  readonly not?: FlowCondition;
  readonly anyOf: readonly FlowCondition[];
}

export interface ComponentForm {
  readonly form: 'component';
  readonly element: ElementCondition;
}

export interface FlowForm {
  readonly form: 'flow';
  readonly flow: FlowCondition;
  /** Where the finding stands: on the flow (default), or once for all such flows of an end or a boundary. */
  readonly place: 'flow' | 'from' | 'to' | 'boundary' | 'system';
}

/** Reachability over data flow, through stores, agents and models. */
export interface PathForm {
  readonly form: 'path';
  readonly from: ElementCondition;
  readonly to: ElementCondition;
  /** Purposes of the first hop; empty means any. */
  readonly entersBy: readonly string[];
  /** Purposes of the last hop; empty means any. */
  readonly arrivesBy: readonly string[];
  /** What must be carried from the first hop to the last. */
  readonly carrying?: DataCondition;
  /** An element that must stand between the ends. */
  readonly through?: ElementCondition;
  /** A condition on the last flow (its sink, format, crossing). */
  readonly lastHop?: FlowCondition;
  /** Where the finding stands: the target (default), the session that the path goes through, the source. */
  readonly place: 'target' | 'session' | 'source';
}

/** Capabilities that meet in one agent or model session. */
export interface SessionForm {
  readonly form: 'session';
  readonly capabilities: readonly Capability[];
  readonly owner?: ElementCondition;
}

export type Capability =
  'untrusted-input' | 'private-data' | 'external-communication' | 'state-change' | 'credentials';

export interface SystemForm {
  readonly form: 'system';
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** Keys of the system about which nothing may be stated. */
  readonly unstated: readonly string[];
  /** Each must be met by some element, some flow. */
  readonly has: readonly ElementCondition[];
  readonly hasFlow: readonly FlowCondition[];
  /** No element may meet it. */
  readonly hasNot: readonly ElementCondition[];
}

export type RuleForm = ComponentForm | FlowForm | PathForm | SessionForm | SystemForm;

export type RequirementPlace =
  'source' | 'target' | 'flow' | 'path' | 'last-hop' | 'every-path' | 'boundary' | 'system';

/** One group of controls: any one of them, met at one of the places, satisfies it. */
export interface Requirement {
  readonly anyOf: readonly string[];
  readonly at: readonly RequirementPlace[];
  /** Only controls of this assurance, that fail closed, satisfy. */
  readonly assurance?: Assurance;
  /** The group is asked only where this holds of the place (of an element, or of a flow's target). */
  readonly where?: ElementCondition;
  /** Controls that lower the severity by one step while the group is open, and never close it. */
  readonly softenedBy: readonly string[];
}

/** Changes the severity where the condition holds. */
export interface SeverityChange {
  readonly to: Severity;
  readonly from?: ElementCondition;
  readonly target?: ElementCondition;
  readonly flow?: FlowCondition;
  readonly system?: Readonly<Record<string, readonly string[]>>;
  readonly data?: DataCondition;
}

export interface RuleExample {
  readonly fails: string;
  readonly passes: string;
}

export interface Rule {
  /** A kebab-case fault, which is also the diagnostic's code. */
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly severity: Severity;
  readonly risks: readonly string[];
  readonly agentic: readonly string[];
  readonly mcp: readonly string[];
  readonly cwe: readonly string[];
  /** Scopes of the scoping matrix and stages in which the rule applies; empty means all. */
  readonly scopes: readonly number[];
  readonly stages: readonly string[];
  readonly when: RuleForm;
  /** Empty: an anti-pattern, which no control excuses. */
  readonly require: readonly Requirement[];
  readonly raise: readonly SeverityChange[];
  readonly lower: readonly SeverityChange[];
  /** Rule ids that say the same in a stronger form: where one of them stands at the same place, this one is silent. */
  readonly unless: readonly string[];
  /** What is wrong, with `{element}`, `{from}`, `{to}`, `{flow}`, `{data}` for the names of the case at hand. */
  readonly message: string;
  readonly why: string;
  readonly notAFault: string;
  /** What to do where no control answers (anti-patterns). */
  readonly instead: string;
  readonly examples: readonly RuleExample[];
  readonly guidance: readonly string[];
  readonly origin: string;
}
