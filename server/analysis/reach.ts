/** Trust of content, from worst to best. */
export type Trust = 'untrusted' | 'semi-trusted' | 'trusted';

export const trustOrder: readonly Trust[] = ['untrusted', 'semi-trusted', 'trusted'];

/** An asset that can be at an element, and how far it can be trusted there. */
export interface AssetState {
  /** A data id, or `content of "bot"` for content that nobody named. */
  readonly asset: string;
  readonly trust: Trust;
  /** The flow that brings it with that trust; absent for what the element itself holds or makes. */
  readonly broughtBy: string | undefined;
  /** Data ids that can be inside it: what a model writes can repeat all of its context. */
  readonly contains: ReadonlySet<string>;
}

export interface ElementReach {
  /** Least trust of all that reaches the element; its own trust where nothing does. */
  readonly trust: Trust;
  /** Why, in a sentence. */
  readonly because: string;
  readonly assets: ReadonlyMap<string, AssetState>;
  /** Highest classification that can be there, own and inside other content. */
  readonly classification: string | undefined;
  readonly tags: ReadonlySet<string>;
}

export interface FlowReach {
  readonly trust: Trust;
  readonly classification: string | undefined;
  readonly tags: ReadonlySet<string>;
  readonly carries: readonly string[];
  readonly returns: readonly string[];
  /** Boundaries that the flow crosses, outermost first. */
  readonly crosses: readonly string[];
}

export interface Reach {
  readonly elements: ReadonlyMap<string, ElementReach>;
  /** By flow key. */
  readonly flows: ReadonlyMap<string, FlowReach>;
}
