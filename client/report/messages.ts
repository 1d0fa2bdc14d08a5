import { isRecord } from '../../server/lsp/record.ts';

/** What the page says to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A line of the text, from 1. */
  | { readonly type: 'go'; readonly line: number }
  | { readonly type: 'failed'; readonly what: string };

/** What the extension says to the page. */
export type ToPage =
  | {
      readonly type: 'report';
      /** The descriptor it is about; kept by the page, so that a reload finds it again. */
      readonly uri: string;
      /** Absent where it is what the page shows. */
      readonly html: string | undefined;
      /** The text cannot be read just now, so what the page shows is the last good report. */
      readonly stale: boolean;
    }
  | { readonly type: 'nothing'; readonly why: string };

/** A message of the page; the page shows what strangers may have written, so nothing in it is believed. */
export function readFromPage(said: unknown): FromPage | undefined {
  if (!isRecord(said)) return undefined;
  const { type, line, what } = said;
  switch (type) {
    case 'ready':
      return { type };
    case 'go':
      return isLine(line) ? { type, line } : undefined;
    case 'failed':
      return typeof what === 'string' ? { type, what: what.slice(0, 300) } : undefined;
    default:
      return undefined;
  }
}

/** A message of the extension. Windows can be sent messages by others: what is not whole is left alone. */
export function readToPage(said: unknown): ToPage | undefined {
  if (!isRecord(said)) return undefined;
  const { type, uri, html, stale, why } = said;
  switch (type) {
    case 'report':
      return typeof uri === 'string' &&
        (html === undefined || typeof html === 'string') &&
        typeof stale === 'boolean'
        ? { type, uri, html, stale }
        : undefined;
    case 'nothing':
      return typeof why === 'string' ? { type, why } : undefined;
    default:
      return undefined;
  }
}

function isLine(said: unknown): said is number {
  return typeof said === 'number' && Number.isSafeInteger(said) && said > 0;
}
