/** A size in px of the one font family that the picture uses. */
export interface Font {
  readonly size: number;
  readonly weight: 'normal' | 'bold';
}

/** Arial, Helvetica and Liberation Sans share their widths, so the table below holds on every system that has one. */
export const fontFamily = "Arial, 'Liberation Sans', Helvetica, sans-serif";

/** Width in px, from a fixed table, so that server, command line and browser lay out alike. */
export function textWidth(text: string, font: Font): number {
  let hundredths = 0;
  for (const char of text) hundredths += charWidth(char, font.weight);
  return (hundredths * font.size) / 100;
}

function charWidth(char: string, weight: Font['weight']): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < firstInTable) return 0;
  const known = widths[weight][code - firstInTable];
  if (known !== undefined) return known;
  if (/\p{M}|\u200C|\u200D/u.test(char)) return 0;
  const base = char.normalize('NFD').codePointAt(0) ?? 0;
  const plain = base === code ? undefined : widths[weight][base - firstInTable];
  if (plain !== undefined) return plain;
  if (/\p{Extended_Pictographic}/u.test(char)) return emojiWidth;
  return isWide(code) ? 100 : otherWidth;
}

/** Hangul, CJK, kana and full-width forms fill a square. */
function isWide(code: number): boolean {
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffe6) || code >= 0x20000;
}

const firstInTable = 32;
const emojiWidth = 135;
const otherWidth = 70;

/** Hundredths of the font size for U+0020 to U+007E, measured in Liberation Sans. */
const widths: Readonly<Record<Font['weight'], readonly number[]>> = {
  normal: numbers(
    '28 28 35 56 56 89 67 19 33 33 39 58 28 33 28 28 56 56 56 56 56 56 56 56 56 56 28 28 58 58 58 56 102 67 67 72 72 ' +
      '67 61 78 72 28 50 67 56 83 72 78 67 78 72 67 61 72 67 94 67 67 61 28 28 28 47 56 33 56 56 50 56 56 28 56 56 22 ' +
      '22 50 22 83 56 56 56 56 33 50 28 56 50 72 50 50 50 33 26 33 58',
  ),
  bold: numbers(
    '28 33 47 56 56 89 72 24 33 33 39 58 28 33 28 28 56 56 56 56 56 56 56 56 56 56 33 33 58 58 58 61 98 72 72 72 72 ' +
      '67 61 78 72 28 56 72 61 83 72 78 67 78 72 67 61 72 67 94 67 67 61 33 28 33 58 56 33 56 61 56 61 56 33 61 61 28 ' +
      '28 56 28 89 61 61 61 61 39 56 33 61 56 78 56 56 50 39 28 39 58',
  ),
};

function numbers(list: string): readonly number[] {
  return list.split(' ').map(Number);
}
