import type { SymbolInformation, WorkspaceSymbol } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { symbolsOf } from '../features/symbols.ts';
import { parseSyntax } from '../syntax/parse.ts';
import { answering } from './answer.ts';
import { fileKey, type ClosedTexts } from './closed-texts.ts';
import { flatSymbols } from './flat-symbols.ts';
import type { Session } from './session.ts';

/** Finds the entries of every descriptor of the workspace, open or not, by letters of their names. */
export function registerWorkspaceSymbols(session: Session, closedTexts: ClosedTexts): void {
  const { connection, workspace } = session;
  const closed = symbolsOfClosed(closedTexts);
  connection.onWorkspaceSymbol(({ query }, token) => {
    const work = async (): Promise<WorkspaceSymbol[]> => {
      const open = await workspace.openDescriptors();
      const openKeys = new Set(open.map(({ uri }) => fileKey(uri)));
      const others = await closed(() => token.isCancellationRequested);
      const wanted = query.toLowerCase();
      return [
        ...open.flatMap((descriptor) => flatSymbols(descriptor, symbolsOf(descriptor.analysis.tree))),
        ...others.filter(({ location }) => !openKeys.has(fileKey(location.uri))),
      ].filter(({ name }) => isWithin(wanted, name.toLowerCase()));
    };
    return answering(connection.console, 'workspace symbols', work)(undefined, token);
  });
}

interface Known {
  readonly text: string;
  readonly symbols: readonly SymbolInformation[];
}

/** An editor asks with every letter that is typed: a text is parsed when it is another than before. */
function symbolsOfClosed(
  closedTexts: ClosedTexts,
): (isCancelled: () => boolean) => Promise<readonly SymbolInformation[]> {
  let known: ReadonlyMap<string, Known> = new Map();
  return async (isCancelled) => {
    const texts = await closedTexts({ isCancelled });
    if (texts === undefined) return [];
    known = new Map(
      [...texts].map(([uri, text]) => {
        const before = known.get(uri);
        return [uri, before?.text === text ? before : { text, symbols: symbolsIn(uri, text) }];
      }),
    );
    return [...known.values()].flatMap(({ symbols }) => symbols);
  };
}

function symbolsIn(uri: string, text: string): readonly SymbolInformation[] {
  const document = TextDocument.create(uri, 'yaml', 0, text);
  return flatSymbols({ uri, document }, symbolsOf(parseSyntax(text)));
}

/** Whether the letters stand in the name in that order. */
function isWithin(letters: string, name: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
