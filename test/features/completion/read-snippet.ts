/** Where the cursor waits in what a snippet inserts. */
export interface Place {
  readonly number: number;
  readonly at: number;
  /** Of the text that stands there and is selected. */
  readonly length: number;
  readonly choices: readonly string[];
}

/** The text that an editor inserts for an LSP snippet, and where it goes in turn: by number, to `$0` last. */
export function readSnippet(snippet: string): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  let text = '';
  let done = 0;
  for (const match of snippet.matchAll(/\$(\d+)|\$\{(\d+)(?::([^}]*)|\|([^|]*)\|)?\}|\\([\\$}])/g)) {
    text += snippet.slice(done, match.index);
    done = match.index + match[0].length;
    const [, bare, braced, placeholder = '', choices, escaped] = match;
    if (escaped !== undefined) {
      text += escaped;
      continue;
    }
    const words = choices?.split(',') ?? [];
    const standing = words[0] ?? placeholder;
    const number = Number(bare ?? braced);
    places.push({ number, at: text.length, length: standing.length, choices: words });
    text += standing;
  }
  const turn = ({ number }: Place): number => (number === 0 ? Infinity : number);
  return { text: text + snippet.slice(done), places: places.sort((a, b) => turn(a) - turn(b)) };
}
