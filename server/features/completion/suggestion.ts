import type { Span } from '../../text/span.ts';

/** What the word is, for the picture beside it. */
export type SuggestionKind =
  'section' | 'key' | 'word' | 'reference' | 'control' | 'service' | 'date' | 'pattern';

/** Whose description to show when somebody looks closer. */
export interface Topic {
  readonly type: 'place' | 'data' | 'identity' | 'option' | 'control' | 'service' | 'finding';
  readonly name: string;
}

export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** Beside the label: why it is offered, or what it is, in a few words. */
  readonly detail: string | undefined;
  /** A sentence, or what to describe when asked. */
  readonly doc: string | Topic | undefined;
  /** With tab stops `$1`, `${1:…}`, `${1|a,b|}` and `$0`, as LSP snippets have them. */
  readonly snippet: string;
  readonly replace: Span;
  /** What is typed is compared with this; the label where it is absent. */
  readonly filter: string | undefined;
  /** Whether more can be completed at the end of what was inserted. */
  readonly goesOn: boolean;
}

export interface Suggestions {
  /** Best first. */
  readonly items: readonly Suggestion[];
  /** More would be offered for what is typed next. */
  readonly incomplete: boolean;
}

/** A suggestion before it is known what it replaces. */
export interface Draft {
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly snippet: string;
  readonly detail?: string | undefined;
  readonly doc?: string | Topic | undefined;
  readonly goesOn?: boolean;
}

/** The snippet as a client without tab stops gets it: the first choice of each. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\$(?:\d+|\{\d+\})/g, '')
    .replaceAll(/\\([\\$}])/g, '$1');
}

/** A tab stop with a choice; commas and bars cannot stand in one. */
export function choice(stop: number, words: readonly string[]): string {
  const usable = words.filter((word) => /^[\w@.:-]+$/.test(word));
  return usable.length === 0 ? `$${stop}` : `\${${stop}|${usable.join(',')}|}`;
}
