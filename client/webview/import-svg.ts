const elements: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'text',
  'title',
  'desc',
]);

const attributes: ReadonlySet<string> = new Set([
  ...['xmlns', 'width', 'height', 'viewBox', 'class', 'role', 'transform', 'opacity', 'pointer-events'],
  ...['x', 'y', 'cx', 'cy', 'r', 'rx', 'd', 'fill', 'fill-opacity', 'fill-rule'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['font-family', 'font-size', 'font-weight', 'letter-spacing', 'text-anchor'],
  ...['aria-label', 'aria-hidden', 'aria-roledescription'],
  ...['data-type', 'data-id', 'data-key', 'data-from', 'data-to', 'data-theme'],
]);

/**
 * The markup of a picture as an element of this page. Read as XML, so nothing in it is forgiven, and looked through
 * before it comes near the page: it may hold shapes and text, and nothing that loads, links or runs.
 */
export function importSvg(markup: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml');
  for (const element of parsed.querySelectorAll('*')) {
    if (element.namespaceURI !== 'http://www.w3.org/2000/svg' || !elements.has(element.localName)) {
      throw new Error(`a picture with <${element.localName.slice(0, 40)}>`);
    }
    for (const { name, value } of element.attributes) {
      if (
        !attributes.has(name) ||
        (/url\s*\(/i.test(value) && !name.startsWith('data-') && !name.startsWith('aria-'))
      ) {
        throw new Error(`a picture with the attribute ${name.slice(0, 40)}`);
      }
    }
  }
  const svg = document.importNode(parsed.documentElement, true);
  if (!(svg instanceof SVGSVGElement)) throw new Error('a picture that is none');
  return svg;
}
