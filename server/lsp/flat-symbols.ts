import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Symbol } from '../features/symbols.ts';
import { toRange } from './convert.ts';

interface Place {
  readonly uri: string;
  readonly document: TextDocument;
}

/** The entries of the sections in one row, without the sections and without controls. */
export function flatSymbols({ uri, document }: Place, sections: readonly Symbol[]): SymbolInformation[] {
  return sections.flatMap((section) =>
    section.children
      .filter(({ kind }) => kind !== 'control')
      .map((symbol) => ({
        name: symbol.name,
        kind: kindOf(symbol),
        containerName: section.name,
        location: { uri, range: toRange(document, symbol.nameSpan) },
      })),
  );
}

export function kindOf({ kind }: Symbol): SymbolKind {
  switch (kind) {
    case 'boundaries':
      return SymbolKind.Package;
    case 'actors':
      return SymbolKind.Interface;
    case 'components':
      return SymbolKind.Class;
    case 'data':
      return SymbolKind.Struct;
    case 'flows':
      return SymbolKind.Event;
    case 'identities':
      return SymbolKind.Key;
    case 'accepted-risks':
      return SymbolKind.Constant;
    case 'control':
      return SymbolKind.Property;
    case 'system':
    case 'defaults':
    case 'bartizan':
      return SymbolKind.Module;
  }
}
