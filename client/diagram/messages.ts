import type { Picture, PicturePlace, FindingNote, FixTitles } from '../../server/lsp/diagram/picture.ts';
import { readView, type DiagramView } from '../../server/lsp/diagram/view.ts';
import { isRecord } from '../../server/lsp/record.ts';

/** What the page says to the extension. */
export type FromPage =
  | { readonly type: 'ready' | 'pick-focus' | 'pick-export' }
  | { readonly type: 'view'; readonly view: DiagramView }
  /** `show` leaves the focus in the picture, `go` takes it to the text. */
  | { readonly type: 'show' | 'go'; readonly key: string }
  | { readonly type: 'fixes'; readonly findings: readonly string[] }
  | { readonly type: 'fix'; readonly finding: string; readonly title: string }
  | { readonly type: 'png'; readonly base64: string }
  | { readonly type: 'copied' }
  | { readonly type: 'failed'; readonly what: string };

/** What the extension says to the page. */
export type ToPage =
  | { readonly type: 'picture'; readonly picture: Picture; readonly view: DiagramView }
  | { readonly type: 'cursor'; readonly key: string | undefined }
  | { readonly type: 'fixes'; readonly fixes: readonly FixTitles[] }
  | {
      readonly type: 'raster';
      readonly svg: string;
      readonly scale: number;
      readonly to: 'file' | 'clipboard';
    }
  | { readonly type: 'select'; readonly key: string }
  | { readonly type: 'nothing'; readonly why: string };

/** A message of the page; the page draws what strangers may have written, so nothing in it is believed. */
export function readFromPage(said: unknown): FromPage | undefined {
  if (!isRecord(said)) return undefined;
  const { type } = said;
  switch (type) {
    case 'ready':
    case 'pick-focus':
    case 'pick-export':
    case 'copied':
      return { type };
    case 'view':
      return { type, view: readView(said.view) };
    case 'show':
    case 'go':
      return isText(said.key) ? { type, key: said.key } : undefined;
    case 'fixes':
      return areTexts(said.findings) ? { type, findings: said.findings } : undefined;
    case 'fix':
      return isText(said.finding) && isText(said.title)
        ? { type, finding: said.finding, title: said.title }
        : undefined;
    case 'png':
      return typeof said.base64 === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(said.base64)
        ? { type, base64: said.base64 }
        : undefined;
    case 'failed':
      return isText(said.what) ? { type, what: said.what.slice(0, 300) } : undefined;
    default:
      return undefined;
  }
}

/** A message of the extension. Windows can be sent messages by others: what is not whole is left alone. */
export function readToPage(said: unknown): ToPage | undefined {
  if (!isRecord(said)) return undefined;
  const { type } = said;
  switch (type) {
    case 'picture':
      return isPicture(said.picture) ? { type, picture: said.picture, view: readView(said.view) } : undefined;
    case 'cursor':
      return { type, key: isText(said.key) ? said.key : undefined };
    case 'select':
      return isText(said.key) ? { type, key: said.key } : undefined;
    case 'nothing':
      return isText(said.why) ? { type, why: said.why } : undefined;
    case 'fixes':
      return Array.isArray(said.fixes) && said.fixes.every(isFixTitles)
        ? { type, fixes: said.fixes }
        : undefined;
    case 'raster': {
      const { svg, scale, to } = said;
      return typeof svg === 'string' && isScale(scale) && (to === 'file' || to === 'clipboard')
        ? { type, svg, scale, to }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isPicture(said: unknown): said is Picture {
  return (
    isRecord(said) &&
    [said.uri, said.hash, said.name, said.summary].every(isText) &&
    typeof said.stale === 'boolean' &&
    [said.notices, said.collapsed, said.trail].every(areTexts) &&
    Array.isArray(said.places) &&
    said.places.every(isPlace) &&
    Array.isArray(said.findings) &&
    said.findings.every(isNote) &&
    [said.svg, said.legend, said.focus].every((text) => text === undefined || typeof text === 'string')
  );
}

function isPlace(said: unknown): said is PicturePlace {
  return isRecord(said) && [said.key, said.name, said.description].every(isText) && areTexts(said.findings);
}

function isNote(said: unknown): said is FindingNote {
  return (
    isRecord(said) &&
    [said.id, said.rule, said.severity, said.status, said.message].every(isText) &&
    areTexts(said.reasons) &&
    typeof said.paths === 'number'
  );
}

function isFixTitles(said: unknown): said is FixTitles {
  return isRecord(said) && isText(said.finding) && areTexts(said.titles);
}

function isScale(said: unknown): said is number {
  return said === 1 || said === 2 || said === 4;
}

function isText(said: unknown): said is string {
  return typeof said === 'string' && said.length < 20_000;
}

function areTexts(said: unknown): said is readonly string[] {
  return Array.isArray(said) && said.every((text) => typeof text === 'string');
}
