import { fontFamily, type Font } from '../graph/text-width.ts';

/** Attribute values are escaped here; numbers are rounded. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its content, which must be markup. Attributes without a value are left out. */
export function tag(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : escapeXml(value ?? '')}"`)
    .join('');
  const inner = content.join('');
  return inner === '' ? `<${name}${list}/>` : `<${name}${list}>${inner}</${name}>`;
}

/** A group on lines of its own, so that a picture can be compared as text. */
export function group(attributes: Attributes, ...content: readonly string[]): string {
  const inner = content.filter((part) => part !== '');
  return inner.length === 0 ? '' : tag('g', attributes, '\n', inner.join('\n'), '\n');
}

export interface TextStyle {
  readonly font: Font;
  readonly fill: string;
  readonly anchor?: 'middle' | 'end';
  readonly spacing?: number;
}

/** One line of text; `y` is its base line. */
export function text(x: number, y: number, content: string, style: TextStyle): string {
  return tag(
    'text',
    {
      x,
      y,
      'font-size': style.font.size,
      'font-weight': style.font.weight === 'bold' ? 'bold' : undefined,
      'text-anchor': style.anchor,
      'letter-spacing': style.spacing,
      fill: style.fill,
    },
    escapeXml(content),
  );
}

export const rootFont = fontFamily;

/** A number as short as it can be with two decimals. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Text as content or attribute value: nothing in it is markup, and what XML forbids is replaced. */
export function escapeXml(content: string): string {
  return content
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
