// The page of the report panel: puts reports in so that the reader stays where he is, and leads to lines of the text.
import { followTheme } from '../../webview/panel-colours.ts';
import { readToPage, type ToPage } from '../messages.ts';
import { findByPath, pathOf } from './element-path.ts';
import { connectHost } from './host.ts';
import { importReport, wireLines } from './import-report.ts';
import { carryOver, currentReading, scrollBack } from './reading.ts';

/** Quiet after scrolling before it is kept. */
const quiet = 120;

followTheme();
const host = connectHost();
let report: HTMLElement | undefined;
let waiting: number | undefined;

for (const type of ['scroll', 'toggle', 'input', 'click']) {
  document.addEventListener(type, keepSoon, { capture: true, passive: true });
}
document.addEventListener('click', ({ target }) => {
  const line = target instanceof Element ? lineAt(target) : undefined;
  if (line !== undefined) host.post({ type: 'go', line });
});
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readToPage(data);
  if (message !== undefined) heed(message);
});
host.post({ type: 'ready' });

function heed(message: ToPage): void {
  switch (message.type) {
    case 'report':
      host.keep({ uri: message.uri });
      if (message.html !== undefined) putSafely(message.html);
      sayStale(message.stale);
      return;
    case 'nothing':
      if (report === undefined) part('report').textContent = message.why;
  }
}

function putSafely(html: string): void {
  try {
    put(html);
  } catch (error) {
    host.post({ type: 'failed', what: error instanceof Error ? error.message : 'unknown' });
  }
}

function put(html: string): void {
  const reading = report === undefined ? host.reading() : currentReading(report);
  const focused =
    report?.contains(document.activeElement) === true && document.activeElement !== null
      ? pathOf(document.activeElement)
      : undefined;
  const fresh = importReport(html);
  wireLines(fresh);
  if (reading !== undefined) carryOver(fresh, reading);
  part('report').replaceChildren(fresh);
  report = fresh;
  window.dispatchEvent(new Event('bartizan-report'));
  if (reading !== undefined) scrollBack(reading);
  const again = focused === undefined ? undefined : findByPath(fresh, focused);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** The line of the text that a thing in the page stands for: a mark of a line, or the title of a finding. */
function lineAt(target: Element): number | undefined {
  const title = target.closest('.title')?.closest('[data-finding]');
  const mark = target.closest('button[data-line]') ?? title?.querySelector('td > button[data-line]');
  return mark instanceof HTMLElement ? Number(mark.dataset.line) : undefined;
}

function sayStale(stale: boolean): void {
  const note = part('stale');
  note.hidden = !stale;
  note.textContent = stale
    ? 'The text cannot be read just now: this is the report of what it said before.'
    : '';
}

function keepSoon(): void {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    if (report !== undefined) host.keep({ reading: currentReading(report) });
  }, quiet);
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}
