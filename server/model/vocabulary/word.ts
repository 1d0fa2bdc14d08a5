/** A word of the descriptor language with one sentence that sets it apart from its neighbours. */
export interface Word {
  readonly name: string;
  readonly doc: string;
}

/** What an id may name. Elements are actors and components; places are elements, flows and boundaries. */
export type ReferenceTarget =
  'boundary' | 'component' | 'element' | 'flow' | 'place' | 'data' | 'identity' | 'option';

/** What may stand as the value of a key. `many` allows one value or a list. */
export type ValueType =
  | { readonly type: 'word'; readonly words: readonly Word[]; readonly many: boolean }
  | { readonly type: 'reference'; readonly to: ReferenceTarget; readonly many: boolean }
  | { readonly type: 'text'; readonly many: boolean }
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly from: number; readonly to: number }
  | { readonly type: 'date' }
  | { readonly type: 'service' }
  /** A map from control to declaration, or a list of controls. */
  | { readonly type: 'controls' }
  /** A list of data ids, or a map with `carries`, `format`, `controls`. */
  | { readonly type: 'returns' }
  /** Names of switches with their defaults. */
  | { readonly type: 'switches' }
  /** Free names with plain values. */
  | { readonly type: 'parameters' };

/** A key of a section's entry. */
export interface Key {
  readonly name: string;
  readonly doc: string;
  readonly value: ValueType;
  readonly required: boolean;
  /** The worst plausible value, read where nothing is said and neither kind nor service decides. */
  readonly assume: string | undefined;
}

interface KeyOptions {
  readonly required?: boolean;
  readonly assume?: string;
}

export function word(name: string, doc: string): Word {
  return { name, doc };
}

export function key(name: string, value: ValueType, doc: string, options: KeyOptions = {}): Key {
  return { name, doc, value, required: options.required ?? false, assume: options.assume };
}

export const text: ValueType = { type: 'text', many: false };
export const texts: ValueType = { type: 'text', many: true };
export const boolean: ValueType = { type: 'boolean' };
export const date: ValueType = { type: 'date' };
export const controls: ValueType = { type: 'controls' };

export function oneOf(...words: readonly Word[]): ValueType {
  return { type: 'word', words, many: false };
}

export function someOf(...words: readonly Word[]): ValueType {
  return { type: 'word', words, many: true };
}

export function reference(to: ReferenceTarget): ValueType {
  return { type: 'reference', to, many: false };
}

export function references(to: ReferenceTarget): ValueType {
  return { type: 'reference', to, many: true };
}
