import { parseSyntax } from '../../syntax/parse.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Slot } from '../slots/slot.ts';
import { slotsOf } from '../slots/slots-of.ts';

/** A place where a word may be put, with the slot that the word would be. */
export interface Hole {
  readonly slot: Slot;
  /** The tree that has the stand-in word in the slot. */
  readonly tree: SyntaxTree;
  /** The word that is there already, or the cursor. */
  readonly replace: Span;
  /** The part of it before the cursor. */
  readonly typed: string;
  /** A blank, where the word would stick to the colon, comma or brace before it. */
  readonly lead: string;
  /** A colon stands behind the word already. */
  readonly colonFollows: boolean;
  /** The hole is inside `{ … }` or `[ … ]`, where one line holds all. */
  readonly inFlow: boolean;
}

/** No descriptor has this word: it stands for what is still to be typed. */
const standIn = 'bartizan-hole-7f3a';

/** Puts a word at the cursor and looks what it would be: what stands around it may be half typed. */
export function findHole(text: string, offset: number): Hole | undefined {
  const line = lineAround(text, offset);
  if (isInCommentOrQuotes(text.slice(line.start, offset))) return undefined;
  const word = wordAround(text, line, offset);
  const before = text.slice(line.start, word.start);
  const behind = text.slice(word.end, line.end);
  const colonFollows = /^[ \t]*:(?:[ \t]|$)/.test(behind);
  const lead = /[^\s][:,]$|\{$/.test(before) ? ' ' : '';
  const opensLine = /^[ \t]*$/.test(before);
  const forms = opensLine && !colonFollows ? [`${standIn}:`, standIn] : [standIn];
  for (const form of forms) {
    const tree = parseSyntax(text.slice(0, word.start) + lead + form + text.slice(word.end));
    const slot = slotsOf(tree).find(({ scalar }) => scalar.text === standIn);
    if (slot === undefined) continue;
    const typed = text.slice(word.start, offset);
    return { slot, tree, replace: word, typed, lead, colonFollows, inFlow: isInFlow(slot) };
  }
  return undefined;
}

/** An empty text, or one that holds nothing but comments. */
export function holdsNothing(text: string): boolean {
  return /^(?:\s|#.*)*$/.test(text);
}

function wordAround(text: string, line: Span, offset: number): Span {
  let start = offset;
  while (start > line.start && /[\w@./:-]/.test(text[start - 1] ?? '')) start -= 1;
  let end = offset;
  while (end < line.end && /[\w@./-]/.test(text[end] ?? '')) end += 1;
  // A colon belongs to the word in `aws:bedrock`; elsewhere it ends a key.
  const colon = text.slice(start, offset).lastIndexOf(':');
  const isService = /^(?:aws|azure|google-cloud|oss|saas):[^:]*$/.test(text.slice(start, offset));
  const opensLine = /^[ \t]*$/.test(text.slice(line.start, start));
  if (colon !== -1 && (!isService || opensLine)) start += colon + 1;
  // A dash that opens a list item is no part of the word.
  if (text[start] === '-' && start < offset && /^[ \t]*$/.test(text.slice(line.start, start))) start += 1;
  return { start, end: Math.max(end, start) };
}

function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = /\r?\n|$/.exec(text.slice(offset))?.index ?? 0;
  return { start, end: offset + end };
}

function isInCommentOrQuotes(before: string): boolean {
  let quote = '';
  for (let at = 0; at < before.length; at += 1) {
    const character = before[at] ?? '';
    const opens = /[\s[{,:]/.test(before[at - 1] ?? ' ');
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '#' && /\s/.test(before[at - 1] ?? ' ')) return true;
    else if ((character === '"' || character === "'") && opens) quote = character;
  }
  return quote !== '';
}

function isInFlow(slot: Slot): boolean {
  switch (slot.type) {
    case 'value':
      return slot.list?.flow ?? slot.map.flow;
    case 'control':
      return slot.among.flow;
    case 'status':
    case 'version':
    case 'option-default':
      return false;
    default:
      return slot.map.flow;
  }
}
