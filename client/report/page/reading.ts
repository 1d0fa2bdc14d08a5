import { isRecord } from '../../../server/lsp/record.ts';
import { findByPath, pathOf } from './element-path.ts';

/** How far a reader is, and how the register is looked at: what a newer report must leave as it was. */
export interface Reading {
  /** The part at the upper edge of the window, and how far below it that part begins, in px. */
  readonly at: string | undefined;
  readonly offset: number;
  readonly opened: readonly string[];
  readonly sortedBy: string | undefined;
  readonly descending: boolean;
  /** Values of the filters, by name. */
  readonly filters: Readonly<Record<string, string>>;
}

/** Of a part that shows less than this, in px, nothing is read any more. */
const edge = 24;

/** What is read of the report in the page. */
export function currentReading(report: HTMLElement): Reading {
  const top = [...report.querySelectorAll('[id]')].find(
    (part) => part.getClientRects().length > 0 && part.getBoundingClientRect().bottom > edge && isShort(part),
  );
  const sorted = report.querySelector<HTMLElement>('th[aria-sort]');
  return {
    at: top?.id,
    offset: Math.round(top?.getBoundingClientRect().top ?? 0),
    opened: [...report.querySelectorAll('details[open]')].map(pathOf),
    sortedBy: sorted?.dataset.key,
    descending: sorted?.ariaSort === 'descending',
    filters: Object.fromEntries(filterFields(report).map(({ name, value }) => [name, value])),
  };
}

/** Prepares a report that is not in the page yet, so that it opens as the one before was left. */
export function carryOver(report: HTMLElement, { opened, sortedBy, descending, filters }: Reading): void {
  for (const path of opened) findByPath(report, path)?.setAttribute('open', '');
  if (sortedBy !== undefined) {
    const heading = report.querySelector(`th[data-key="${CSS.escape(sortedBy)}"]`);
    heading?.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  }
  for (const field of filterFields(report)) field.value = filters[field.name] ?? '';
}

/** Scrolls to where the reader was, though what stands above may have grown. */
export function scrollBack({ at, offset }: Reading): void {
  const part = at === undefined ? null : document.getElementById(at);
  if (part === null) return;
  scrollBy({ top: part.getBoundingClientRect().top - offset, behavior: 'instant' });
}

/** A reading from outside; what makes no sense in it is as at the start. */
export function readReading(said: unknown): Reading | undefined {
  if (!isRecord(said)) return undefined;
  const { at, offset, opened, sortedBy, descending, filters } = said;
  return {
    at: typeof at === 'string' ? at : undefined,
    offset: typeof offset === 'number' && Number.isFinite(offset) ? offset : 0,
    opened: Array.isArray(opened) ? opened.filter((path) => typeof path === 'string') : [],
    sortedBy: typeof sortedBy === 'string' ? sortedBy : undefined,
    descending: descending === true,
    filters: isRecord(filters)
      ? Object.fromEntries(
          Object.entries(filters).flatMap(([name, value]) =>
            typeof value === 'string' ? [[name, value] as const] : [],
          ),
        )
      : {},
  };
}

/** Long parts hold others that say better where the reader is. */
function isShort(part: Element): boolean {
  return part.querySelector('[id]') === null || part.getBoundingClientRect().top >= 0;
}

function filterFields(report: HTMLElement): readonly (HTMLInputElement | HTMLSelectElement)[] {
  return [...report.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form input, form select')];
}
