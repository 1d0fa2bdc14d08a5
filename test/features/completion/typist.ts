import type { Analysis } from '../../../server/analysis/analysis.ts';
import { completionsAt } from '../../../server/features/completion/complete.ts';
import type { Suggestion } from '../../../server/features/completion/suggestion.ts';
import { readSnippet, type Place } from './read-snippet.ts';

/** Somebody who picks what is offered, and types what is not. */
export interface Typist {
  readonly text: string;
  /** Keys pressed to write: characters, line breaks, steps to the left. What is in sight is picked for nothing. */
  readonly typed: number;
  /**
   * One line of a script:
   * `pick LABEL` takes an item of the list, after as much of its name as brings it into sight;
   * `type TEXT` and `enter` are what they say, `dedent` goes a step to the left;
   * `tab` goes on to the next place that waits in what was inserted, `end` to the end of the line.
   */
  act(line: string): void;
}

/** So many items are in sight without scrolling. */
const inSight = 8;

interface Waiting extends Place {
  /** Counted from the end of the text, because what stands before it may still grow. */
  readonly fromEnd: number;
}

interface Page {
  text: string;
  cursor: number;
  typed: number;
  /** What is selected before the cursor, with what may be chosen for it. */
  selected: Pick<Place, 'length' | 'choices'>;
  waiting: readonly Waiting[];
  readonly analyzed: (text: string) => Analysis;
}

const nothing = { length: 0, choices: [] } as const;

export function startTyping(analyzed: (text: string) => Analysis): Typist {
  const page: Page = { text: '', cursor: 0, typed: 0, selected: nothing, waiting: [], analyzed };
  return {
    get text() {
      return page.text;
    },
    get typed() {
      return page.typed;
    },
    act: (line) => {
      const [, verb = '', value = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
      act(page, verb, value);
    },
  };
}

function act(page: Page, verb: string, value: string): void {
  switch (verb) {
    case 'pick':
      return pick(page, value);
    case 'type':
      overwrite(page);
      return press(page, value);
    case 'enter':
      page.typed += 1;
      return insert(page, `\n${indentAt(page)}`);
    case 'dedent':
      page.typed += 1;
      page.text = page.text.slice(0, page.cursor - 2) + page.text.slice(page.cursor);
      page.cursor -= 2;
      return;
    case 'tab':
      return goOn(page);
    case 'end':
      page.waiting = [];
      page.selected = nothing;
      page.cursor += /$/m.exec(page.text.slice(page.cursor))?.index ?? 0;
      return;
    default:
      throw new Error(`"${verb}" is no step`);
  }
}

function pick(page: Page, label: string): void {
  if (page.selected.choices.includes(label)) {
    overwrite(page);
    return insert(page, label);
  }
  // What is selected has to go before anything else is offered.
  if (page.selected.length > 0) page.typed += 1;
  overwrite(page);
  const offered = itemsAt(page);
  const start = page.cursor;
  for (let letters = 0; letters <= label.length; letters += 1) {
    if (letters > 0) press(page, label.charAt(letters - 1));
    const word = page.text.slice(start, page.cursor);
    const shown = itemsAt(page).filter((item) => (item.filter ?? item.label).trimStart().startsWith(word));
    const found = shown.slice(0, inSight).find((item) => item.label === label);
    if (found !== undefined) return take(page, found);
  }
  throw new Error(`"${label}" is not among ${offered.map((item) => item.label).join(', ')} in\n${page.text}`);
}

function itemsAt({ analyzed, text, cursor }: Page): readonly Suggestion[] {
  return completionsAt(analyzed(text), cursor, []).items;
}

function take(page: Page, { snippet, replace }: Suggestion): void {
  page.cursor = replace.start;
  const { text, places } = readSnippet(snippet.replaceAll('\n', `\n${indentAt(page)}`));
  page.text = page.text.slice(0, replace.start) + page.text.slice(replace.end);
  insert(page, text);
  const behind = page.text.length - replace.start;
  page.waiting = [
    ...places.map((place): Waiting => ({ ...place, fromEnd: behind - place.at })),
    ...page.waiting,
  ];
  if (places.length > 0) goOn(page);
}

function goOn(page: Page): void {
  const [next, ...rest] = page.waiting;
  if (next === undefined) throw new Error(`nothing waits any more in\n${page.text}`);
  page.cursor = page.text.length - next.fromEnd + next.length;
  page.selected = next;
  page.waiting = rest;
}

function overwrite(page: Page): void {
  const start = page.cursor - page.selected.length;
  page.text = page.text.slice(0, start) + page.text.slice(page.cursor);
  page.cursor = start;
  page.selected = nothing;
}

function press(page: Page, keys: string): void {
  page.typed += keys.length;
  insert(page, keys);
}

function insert(page: Page, added: string): void {
  page.text = page.text.slice(0, page.cursor) + added + page.text.slice(page.cursor);
  page.cursor += added.length;
  page.selected = nothing;
}

function indentAt({ text, cursor }: Page): string {
  return /^ */.exec(text.slice(text.lastIndexOf('\n', cursor - 1) + 1))?.[0] ?? '';
}
