/** What loads, links or runs; a report has none of it. */
const refused =
  'script, style, link, meta, base, iframe, frame, object, embed, img, video, audio, image, use';

/**
 * The content of a report as elements of this page. It is looked through before it comes near the page, though the
 * page's policy would not let anything in it run or load.
 */
export function importReport(html: string): HTMLElement {
  // The head holds the style and policy of a page that stands alone; this one has its own.
  const body = html.slice(html.indexOf('<body>'));
  const page = new DOMParser().parseFromString(body, 'text/html').querySelector<HTMLElement>('.page');
  if (page === null) throw new Error('a report without content');
  const wrong = page.querySelector(refused);
  if (wrong !== null) throw new Error(`a report with <${wrong.localName}>`);
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const leads = name === 'href' || name.endsWith(':href') || name === 'src' || name === 'action';
      if (name.startsWith('on') || name === 'style' || (leads && !value.startsWith('#'))) {
        throw new Error(`a report with the attribute ${name.slice(0, 40)}`);
      }
    }
  }
  return document.importNode(page, true);
}

/** Makes what names a line of the text a button that leads there. */
export function wireLines(page: HTMLElement): void {
  for (const mark of page.querySelectorAll<HTMLElement>('.line[data-line]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = mark.className;
    button.dataset.line = mark.dataset.line ?? '';
    button.title = 'Go to the text';
    button.textContent = mark.textContent;
    mark.replaceWith(button);
  }
}
