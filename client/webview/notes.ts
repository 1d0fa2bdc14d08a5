import type { Picture } from '../../server/lsp/diagram/picture.ts';
import { make, makeButton, part } from './page.ts';

/** What must be known of the picture: it is stale, narrowed or simplified. */
export function showNotes(picture: Picture, showAll: () => void): void {
  const notes = part('notes');
  const next = [
    ...(picture.stale
      ? [make('span', 'note stale', 'Stale: the text has a syntax error; this is the last good picture')]
      : []),
    ...(picture.focus === undefined
      ? []
      : [make('span', 'note', `Focus: ${picture.focus} `, makeButton('Show all', showAll))]),
    ...picture.notices.map((notice) => make('span', 'note', notice)),
  ];
  // A live region that is filled anew with the same is read anew.
  if (next.map(({ textContent }) => textContent).join() === [...notes.children].map(textOf).join()) return;
  notes.replaceChildren(...next);
}

export function showNothing(why: string): void {
  part('notes').replaceChildren(make('span', 'note', why));
}

function textOf({ textContent }: Element): string {
  return textContent;
}

/** What an edit did to the picture, for those who hear it. */
export function changesInWords(before: Picture | undefined, now: Picture): string {
  if (before === undefined) return `${now.name}. ${now.summary}`;
  if (now.stale !== before.stale)
    return now.stale ? 'Syntax error, the picture is stale' : 'The picture is up to date';
  if (now.focus !== before.focus)
    return now.focus === undefined ? 'Whole system shown' : `Focus on ${now.focus}`;
  const [old, fresh] = [namesOf(before), namesOf(now)];
  const came = [...fresh].filter(([key]) => !old.has(key)).map(([, name]) => name);
  const went = [...old].filter(([key]) => !fresh.has(key)).map(([, name]) => name);
  const delta = now.findings.length - before.findings.length;
  return [
    ...(came.length === 0 ? [] : [`Added ${shortList(came)}`]),
    ...(went.length === 0 ? [] : [`Removed ${shortList(went)}`]),
    ...(delta === 0
      ? []
      : [`Findings: ${Math.abs(delta)} ${delta > 0 ? 'more' : 'fewer'}, ${now.findings.length} in all`]),
  ].join('. ');
}

function namesOf({ places }: Picture): ReadonlyMap<string, string> {
  return new Map(places.map(({ key, name }) => [key, name]));
}

function shortList(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
