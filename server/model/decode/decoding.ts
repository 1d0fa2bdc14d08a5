import { nearestWords } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import type { KnownWords } from '../known-words.ts';
import type { Problem } from '../problem.ts';
import type { SectionName } from '../vocabulary/vocabulary.ts';
import { suggestion } from '../wording.ts';
import type { Ids } from './ids.ts';

/** What one decoding carries along: what is known, and where problems go. */
export interface Decoding {
  readonly text: string;
  readonly known: KnownWords;
  readonly ids: Ids;
  readonly report: (problem: Problem) => void;
  readonly suggest: Suggest;
  readonly notes: Notes;
}

/** What the entries said that no longer shows once their broken parts are left out. */
export interface Notes {
  /** Keys that stand in an entry, by id of boundary, element or flow, whether they read or not. */
  readonly written: Map<string, ReadonlySet<string>>;
  /** Elements at an end of some flow entry, even of one whose other end does not read. */
  readonly mentioned: Set<string>;
}

/**
 * The known words nearest to a typed one, and how to end the message about it.
 * Says nothing more once a hopeless file has used up its budget.
 */
export type Suggest = (typed: string, known: () => readonly string[], verb: string) => Suggestion;

export interface Suggestion {
  readonly nearest: readonly string[];
  readonly hint: string;
}

/** The entry whose keys are read: what messages call it, and where its remedies apply. */
export interface Owner {
  readonly section: SectionName;
  /** Absent for what stands in a section itself. */
  readonly id: string | undefined;
  /** The name in quotes, or words such as `the system`. */
  readonly name: string;
  /** Where to say that something is missing. */
  readonly span: Span;
  /** Whether the keys stand directly in the entry, so that a remedy can add one. */
  readonly direct: boolean;
  /** Where an unknown key would belong, in words that end a message. */
  readonly elsewhere?: (key: string) => string | undefined;
}

/** Comparing words is the dearest part of a message: a file of 50,000 wrong references must not stall the editor. */
const comparisons = 300_000;

export function makeSuggest(): Suggest {
  let left = comparisons;
  return (typed, known, verb) => {
    if (left <= 0) return { nearest: [], hint: '' };
    const words = known();
    left -= words.length;
    const nearest = nearestWords(typed, words);
    return { nearest, hint: suggestion(nearest, words, verb) };
  };
}
