import type { Located, Span } from '../text/span.ts';
import type { GroupName, Shape } from './vocabulary/kinds.ts';

/**
 * A property as stated: one value, or several of a list. Booleans, numbers and dates are texts.
 * `unknown` is not kept: it says that nothing is said.
 */
export interface Fact {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly values: readonly Located[];
}

export type Facts = ReadonlyMap<string, Fact>;

export type ControlStatus =
  'implemented' | 'inherited' | 'planned' | 'partial' | 'absent' | 'ineffective' | 'not-applicable';

/** What a control statement is about. */
export type Place =
  | { readonly type: 'system' }
  | { readonly type: 'boundary' | 'element' | 'flow' | 'returns'; readonly id: string };

/** A switch that a part or a control hangs on, and the setting under which it is there. */
export interface Switch {
  readonly option: Located;
  readonly wanted: boolean;
}

/** One statement about one control at one place. */
export interface ControlStatement {
  readonly control: string;
  readonly controlSpan: Span;
  /** The whole declaration, from the control's name on. */
  readonly span: Span;
  readonly place: Place;
  readonly status: ControlStatus;
  readonly statusSpan: Span;
  readonly facts: Facts;
  readonly switches: readonly Switch[];
}

/** What every named entry has. */
interface Entry {
  readonly id: string;
  readonly idSpan: Span;
  /** From the id to the end of its value. */
  readonly span: Span;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly facts: Facts;
  readonly switches: readonly Switch[];
}

export interface Boundary extends Entry {
  readonly zone: string | undefined;
  readonly within: string | undefined;
  readonly controls: readonly ControlStatement[];
}

export interface Element extends Entry {
  readonly role: 'actor' | 'component';
  readonly kind: string;
  readonly kindSpan: Span;
  readonly group: GroupName;
  readonly shape: Shape;
  readonly within: string | undefined;
  readonly controls: readonly ControlStatement[];
}

export interface Identity extends Entry {
  readonly kind: string | undefined;
}

export interface DataAsset extends Entry {
  readonly classification: string | undefined;
  readonly tags: readonly string[];
  readonly trust: string | undefined;
}

/** What is said of the answer of a flow. */
export interface Returns {
  readonly span: Span;
  readonly carries: readonly Located[];
  readonly format: Located | undefined;
  readonly controls: readonly ControlStatement[];
}

/**
 * One call between two elements. An entry with several ends gives one flow for each pair;
 * they share the entry's id, which is the place that findings name.
 */
export interface Flow extends Entry {
  /** Unique among flows: the id, with a number behind it where the entry stands for several. */
  readonly key: string;
  readonly from: Located;
  readonly to: Located;
  /** Absent: carries whatever can have reached its source. */
  readonly carries: readonly Located[] | undefined;
  /** Absent: nothing is said of the answer. */
  readonly returns: Returns | undefined;
  readonly purpose: string;
  readonly purposeSpan: Span | undefined;
  readonly controls: readonly ControlStatement[];
  /** `writers` and `tools` make flows of their own, which nobody drew. */
  readonly drawn: boolean;
}

export interface AcceptedRisk {
  /** `<rule>@<place>`. */
  readonly key: string;
  readonly rule: string;
  readonly place: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly facts: Facts;
}

export interface System {
  /** The section's key, or the start of the text where there is none. */
  readonly span: Span;
  readonly name: string | undefined;
  readonly scope: number | undefined;
  readonly platform: string | undefined;
  readonly stage: string | undefined;
  readonly criticality: string | undefined;
  readonly facts: Facts;
  readonly options: ReadonlyMap<string, { readonly on: boolean; readonly span: Span }>;
  readonly controls: readonly ControlStatement[];
}

/** A descriptor, decoded: typed, located, in the order of the file. What could not be read is left out. */
export interface Architecture {
  readonly system: System;
  readonly boundaries: ReadonlyMap<string, Boundary>;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly elements: ReadonlyMap<string, Element>;
  readonly data: ReadonlyMap<string, DataAsset>;
  readonly flows: readonly Flow[];
  readonly acceptedRisks: readonly AcceptedRisk[];
}
