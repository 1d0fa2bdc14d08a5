import { textWidth, type Font } from './text-width.ts';

/** Room for a text in px and lines; `lines` is at least 1. */
export interface Room {
  readonly font: Font;
  readonly width: number;
  readonly lines: number;
}

/** Breaks a clean text after spaces, hyphens and slashes, a longer word anywhere, and ends what is too long with an ellipsis. */
export function wrapText(text: string, room: Room): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, room)) {
    if (line === '' || fits(line + piece.trimEnd(), room)) {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    if (lines.length === room.lines - 1) return [...lines, shorten(line + piece, room)];
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The text, cut to one line with an ellipsis. */
export function fitLine(text: string, font: Font, width: number): string {
  const room = { font, width, lines: 1 };
  return fits(text, room) ? text : shorten(text, room);
}

function fits(text: string, room: Room): boolean {
  return textWidth(text, room.font) <= room.width;
}

function shorten(text: string, room: Room): string {
  let kept = '';
  for (const glyph of glyphs(text)) {
    if (!fits(`${kept}${glyph}…`, room)) break;
    kept += glyph;
  }
  return `${kept.trimEnd()}…`;
}

/** Words with the break character behind them; a word wider than the room in pieces that fit. */
function pieces(text: string, room: Room): readonly string[] {
  return (text.match(/[^\s\-/]*[\s\-/]+|[^\s\-/]+/gu) ?? []).flatMap((word) =>
    fits(word.trimEnd(), room) ? [word] : cut(word, room),
  );
}

function cut(word: string, room: Room): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const glyph of glyphs(word)) {
    if (part !== '' && !fits(part + glyph, room)) {
      parts.push(part);
      part = '';
    }
    part += glyph;
  }
  return [...parts, part];
}

/** Characters with what joins onto them: accents, variation selectors, the rest of an emoji sequence. */
function glyphs(text: string): readonly string[] {
  return text.match(/\P{M}(?:\u200D\P{M}|[\p{M}\u{1F3FB}-\u{1F3FF}])*|\p{M}/gu) ?? [];
}
