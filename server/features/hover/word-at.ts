import type { Span } from '../../text/span.ts';

/** The word around an offset, as ids are written: `aws:bedrock`, `LLM01:2025`. A colon behind it is no part of it. */
export function wordAt(text: string, offset: number): { readonly text: string; readonly span: Span } {
  let start = offset;
  while (start > 0 && isPart(text[start - 1])) start -= 1;
  let end = offset;
  while (end < text.length && isPart(text[end])) end += 1;
  while (end > start && /[:.-]/.test(text[end - 1] ?? '')) end -= 1;
  return { text: text.slice(start, end), span: { start, end } };
}

function isPart(character: string | undefined): boolean {
  return character !== undefined && /[\w:.-]/.test(character);
}
