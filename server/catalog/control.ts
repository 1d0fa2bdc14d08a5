/** What a control does about an attack. */
export type ControlKind = 'preventive' | 'detective' | 'corrective' | 'governance';

/** A deterministic control bounds a result, a probabilistic one lowers a rate, a procedural one rests on people. */
export type Assurance = 'deterministic' | 'probabilistic' | 'procedural';

export type Effort = 'small' | 'medium' | 'large';

export type Platform = 'aws' | 'azure' | 'google-cloud' | 'open-source';

/** One way to put a control in place on a platform. */
export interface Implementation {
  /** A service of the catalog, `platform:product`, where the way is a product. */
  readonly service?: string;
  readonly how: string;
}

/** Where a declaration of the control may stand. */
export interface ControlPlaces {
  /** Kinds or groups of elements, or `any`. Empty: on no element. */
  readonly elements: readonly string[];
  /** Purposes of flows, or `any`. Empty: on no flow. */
  readonly flows: readonly string[];
  /** Zones of boundaries, or `any`. Empty: on no boundary. */
  readonly boundaries: readonly string[];
  readonly system: boolean;
}

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Zones of the guidance it belongs to, the home zone first. */
  readonly zones: readonly string[];
  readonly places: ControlPlaces;
  /** On an element it protects what enters (`input`), what leaves (`output`), or both. */
  readonly protects: 'input' | 'output' | 'both';
  readonly kind: ControlKind;
  readonly assurance: Assurance;
  /** A behavioural constraint may be implemented `by: prompt`; anything else may not. */
  readonly behavioural: boolean;
  /** Data declared trusted may rest on this control. */
  readonly raisesTrust: boolean;
  readonly csf: readonly string[];
  readonly risks: readonly string[];
  readonly agentic: readonly string[];
  readonly mcp: readonly string[];
  readonly atlas: readonly string[];
  readonly aisvs: readonly string[];
  readonly cwe: readonly string[];
  readonly effort: Effort;
  /** The control's own figures, name to one sentence. */
  readonly params: Readonly<Record<string, string>>;
  readonly implement: Readonly<Record<Platform, readonly Implementation[]>>;
  readonly verify: readonly string[];
  /** Control it is confused with to the condition under which it is that one that is wanted. */
  readonly notThisOne: Readonly<Record<string, string>>;
  /** Items of the source guidance's checklist, `S-001` to `S-188`. */
  readonly guidance: readonly string[];
  readonly source: string;
  /** Name of the catalog it came from. */
  readonly origin: string;
}
