/** A product of a provider, by the id that a descriptor's `service` uses: `aws:bedrock`. */
export interface Service {
  readonly id: string;
  readonly title: string;
  /** Kinds of component it can be. */
  readonly kinds: readonly string[];
  /** Controls that it always brings, each with the page that says so. */
  readonly brings: readonly { readonly control: string; readonly source: string }[];
  /** Facts that hold for every instance, by property name (`hosting: managed`). */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly origin: string;
}
