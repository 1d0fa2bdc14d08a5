import assert from 'node:assert/strict';

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const token = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const badReference = /&(?!(?:amp|lt|gt|quot|#39);)/;
// eslint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;

/** All elements of an SVG. Throws unless it is well-formed in the narrow form in which this project writes XML. */
export function readSvg(svg: string): readonly SvgElement[] {
  assert.doesNotMatch(svg, notXml);
  assert.doesNotMatch(svg, badReference);
  const elements: SvgElement[] = [];
  const open: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex;
    const match = token.exec(svg);
    assert.ok(match, `not well-formed: ${svg.slice(at, at + 80)}`);
    const [, closing, name, list = '', empty, text] = match;
    if (text !== undefined || name === undefined) continue;
    if (closing === '/') {
      assert.equal(open.pop(), name);
      continue;
    }
    const pairs = Array.from(
      list.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g),
      ([, key = '', value = '']) => [key, value] as const,
    );
    elements.push({ name, attributes: Object.fromEntries(pairs) });
    if (empty !== '/') open.push(name);
  }
  assert.deepEqual(open, []);
  return elements;
}
