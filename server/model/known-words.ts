/** What the model must know of a control: where it may stand, and which figures of its own it takes. */
export interface KnownControl {
  readonly places: {
    /** Kinds or groups of elements, or `any`. */
    readonly elements: readonly string[];
    /** Purposes of flows, or `any`. */
    readonly flows: readonly string[];
    /** Zones of boundaries, or `any`. */
    readonly boundaries: readonly string[];
    readonly system: boolean;
  };
  readonly params: Readonly<Record<string, string>>;
}

/** What the model must know of a service. */
export interface KnownService {
  readonly kinds: readonly string[];
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly brings: readonly { readonly control: string }[];
}

/** The words that a descriptor may use and that the vocabulary does not hold; every `Catalog` is one. */
export interface KnownWords {
  readonly controls: ReadonlyMap<string, KnownControl>;
  readonly services: ReadonlyMap<string, KnownService>;
}
