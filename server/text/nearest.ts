import { distance } from 'fastest-levenshtein';

/**
 * The known words nearest to what was typed, best first, at most three.
 * A word counts as near when up to a third of its letters differ, when two neighbours changed places,
 * when one begins with the other, or when half of them begins alike.
 */
export function nearestWords(typed: string, known: Iterable<string>): readonly string[] {
  const wanted = typed
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-')
    .slice(0, longestWord);
  const near: { word: string; score: number }[] = [];
  for (const word of known) {
    const score = closeness(wanted, word);
    if (score !== undefined) near.push({ word, score });
  }
  near.sort((a, b) => a.score - b.score || (a.word < b.word ? -1 : 1));
  return near.slice(0, 3).map(({ word }) => word);
}

const longestWord = 100;

function closeness(wanted: string, word: string): number | undefined {
  if (areSwapped(wanted, word)) return 1;
  const steps = distance(wanted, word.toLowerCase());
  if (steps <= tolerated(Math.max(wanted.length, word.length))) return steps;
  const alike = commonBeginning(wanted, word);
  const oneBeginsWithTheOther = alike >= 3 && alike === Math.min(wanted.length, word.length);
  const halfBeginsAlike = alike >= 4 && alike * 2 >= Math.max(wanted.length, word.length);
  return oneBeginsWithTheOther || halfBeginsAlike ? steps + 10 : undefined;
}

/** Whether two neighbouring letters changed places, which the distance counts as two. */
function areSwapped(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

function tolerated(length: number): number {
  return length < 3 ? 0 : Math.floor((length + 1) / 3);
}

function commonBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
