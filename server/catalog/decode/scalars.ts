import type { Word } from '../../model/vocabulary/word.ts';
import type { ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import { reportProblem, type Decoder, type EntryReport, type ReferenceTarget } from './decoder.ts';
import { unknownWordMessage } from './messages.ts';

/** Prose of one paragraph or more, without white space around it. */
export const prose: Decoder<string> = {
  decode: (node, report) => textOf(node, report)?.text.trim(),
  schema: () => ({ type: 'string', minLength: 1 }),
};

/** Text that keeps its line ends: a descriptor inside a rule. */
export const literal: Decoder<string> = {
  decode: (node, report) => textOf(node, report)?.text,
  schema: () => ({ type: 'string', minLength: 1 }),
};

export const truth: Decoder<boolean> = {
  decode: (node, report) => {
    if (node.type === 'scalar' && typeof node.value === 'boolean') return node.value;
    reportProblem(report, node.span, 'this must be true or false');
    return undefined;
  },
  schema: () => ({ type: 'boolean' }),
};

export function integer(from: number, to: number): Decoder<number> {
  return {
    decode: (node, report) => {
      const value = node.type === 'scalar' ? node.value : undefined;
      if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
      reportProblem(report, node.span, `this must be a whole number from ${from} to ${to}`);
      return undefined;
    },
    schema: () => ({ type: 'integer', minimum: from, maximum: to }),
  };
}

/** One of a fixed list. `what` names the list in messages: `severity`, `kind`. */
export function oneWord<const W extends string>(what: string, words: readonly W[]): Decoder<W> {
  return {
    decode: (node, report) => {
      const typed = textOf(node, report);
      if (typed === undefined) return undefined;
      const found = words.find((word) => word === typed.text);
      if (found === undefined) reportProblem(report, node.span, unknownWordMessage(what, typed.text, words));
      return found;
    },
    // A group may share its name with a kind.
    schema: () => ({ enum: [...new Set(words)] }),
  };
}

export function namesOf(words: readonly Word[]): readonly string[] {
  return words.map((word) => word.name);
}

/** Text of a fixed form, such as `S-012`. */
export function patterned(what: string, pattern: RegExp): Decoder<string> {
  return {
    decode: (node, report) => {
      const typed = textOf(node, report);
      if (typed === undefined || pattern.test(typed.text)) return typed?.text;
      reportProblem(report, node.span, `"${typed.text}" is not ${what}`);
      return undefined;
    },
    schema: () => ({ type: 'string', pattern: pattern.source }),
  };
}

/** An id without which the entry makes no sense. */
export function reference(to: ReferenceTarget): Decoder<string> {
  return referring(to, 'rests-on');
}

/** An id that is named for readers or for comparison only. */
export function mention(to: ReferenceTarget): Decoder<string> {
  return referring(to, 'mentions');
}

function referring(to: ReferenceTarget, use: 'rests-on' | 'mentions'): Decoder<string> {
  return {
    decode: (node, report) => {
      const typed = textOf(node, report);
      if (typed !== undefined) report.references.push({ to, id: typed.text, span: node.span, use });
      return typed?.text;
    },
    schema: () => ({ type: 'string' }),
  };
}

function textOf(node: SyntaxNode, report: EntryReport): ScalarNode | undefined {
  if (node.type === 'scalar' && node.value !== null && node.text.trim() !== '') return node;
  const message =
    node.type === 'scalar' ? 'a value is missing here' : `this must be one value, not a ${node.type}`;
  reportProblem(report, node.span, message);
  return undefined;
}
