import type { ErrorCode } from 'yaml';
import type { Span } from '../text/span.ts';
import type { SyntaxProblem } from './tree.ts';

interface YamlErrorLike {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Words what the YAML package found for someone who types a descriptor. */
export function explainYamlError(error: YamlErrorLike, text: string): SyntaxProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  const span =
    end > start ? { start, end: endOnSameLine(text, start, end) } : lastCharacterBefore(text, start);
  return { span, message: wordsFor(error) };
}

function wordsFor(error: YamlErrorLike): string {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'a tab is used to indent; YAML indents with spaces only';
    case 'MISSING_CHAR':
      return wordsForMissing(error.message);
    case 'BAD_INDENT':
      return wordsForUnclosed(error.message) ?? 'this line is indented in a way that fits no line above it';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a key must stand on one line, followed by a colon';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a key and a colon are not expected here; is the line above complete, or is this line indented too far?';
    case 'UNEXPECTED_TOKEN':
      return `this is not expected here: ${decapitalised(error.message)}`;
    case 'BAD_ALIAS':
      return 'this alias names no anchor above it';
    case 'MULTIPLE_DOCS':
      return 'one file describes one system; what follows this line is not read';
    default:
      return decapitalised(error.message);
  }
}

function wordsForMissing(message: string): string {
  if (/quote/i.test(message)) return 'this quoted text is not closed';
  if (message.includes('need to be followed by map values')) return 'a colon is missing behind this key';
  return wordsForUnclosed(message) ?? `something is missing here: ${decapitalised(message)}`;
}

function wordsForUnclosed(message: string): string | undefined {
  if (message.includes('end with a }')) return 'a "{" before this is not closed; a "}" is missing';
  if (message.includes('end with a ]')) return 'a "[" before this is not closed; a "]" is missing';
  return undefined;
}

function decapitalised(message: string): string {
  const trimmed = message.replace(/[.\s]+$/, '');
  return trimmed.charAt(0).toLowerCase() + trimmed.slice(1);
}

/** An empty place shows nothing in an editor: the last character before it stands for it. */
function lastCharacterBefore(text: string, at: number): Span {
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end === 0 ? { start: at, end: at } : { start: end - 1, end };
}

/** A mark of several lines says less than one of a line. */
function endOnSameLine(text: string, start: number, end: number): number {
  const lineEnd = text.slice(start, end).search(/[\r\n]/);
  return lineEnd > 0 ? start + lineEnd : end;
}
