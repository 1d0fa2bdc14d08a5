import {
  SymbolKind,
  type DocumentSymbol,
  type FoldingRange,
  type SelectionRange,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { foldsOf, spansAround } from '../features/ranges.ts';
import { symbolsOf, type Symbol } from '../features/symbols.ts';
import { toOffset, toRange } from './convert.ts';
import { answers, type Session } from './session.ts';
import type { Descriptor } from './workspace.ts';

/** Outline, symbols of all open descriptors, folding and selection. */
export function registerStructure(session: Session): void {
  const { connection, offer, workspace } = session;
  connection.onDocumentSymbol(
    answers(session, 'outline', async ({ textDocument }): Promise<DocumentSymbol[] | SymbolInformation[]> => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      if (descriptor === undefined) return [];
      const symbols = symbolsOf(descriptor.analysis.tree);
      return offer.nestedSymbols
        ? symbols.map((symbol) => toSymbol(descriptor, symbol))
        : symbols.flatMap((section) => flat(descriptor, section));
    }),
  );
  connection.onWorkspaceSymbol(
    answers(session, 'workspace symbols', async ({ query }): Promise<WorkspaceSymbol[]> => {
      const descriptors = await workspace.openDescriptors();
      const wanted = query.toLowerCase();
      return descriptors
        .flatMap((descriptor) =>
          symbolsOf(descriptor.analysis.tree).flatMap((section) => flat(descriptor, section)),
        )
        .filter(({ name }) => isWithin(wanted, name.toLowerCase()));
    }),
  );
  connection.onFoldingRanges(
    answers(session, 'folding', async ({ textDocument }): Promise<FoldingRange[]> => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      return descriptor === undefined ? [] : folds(descriptor);
    }),
  );
  connection.onSelectionRanges(
    answers(session, 'selection', async ({ textDocument, positions }): Promise<SelectionRange[]> => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      if (descriptor === undefined)
        return positions.map((position) => ({ range: { start: position, end: position } }));
      const { document, analysis } = descriptor;
      return positions.map((position) => {
        const spans = spansAround(analysis.tree, toOffset(document, position));
        return (
          spans.reduceRight<SelectionRange | undefined>(
            (parent, span) => ({
              range: toRange(document, span),
              ...(parent === undefined ? {} : { parent }),
            }),
            undefined,
          ) ?? { range: { start: position, end: position } }
        );
      });
    }),
  );
}

function toSymbol(descriptor: Descriptor, symbol: Symbol): DocumentSymbol {
  const { document } = descriptor;
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: kindOf(symbol),
    range: toRange(document, symbol.span),
    selectionRange: toRange(document, symbol.nameSpan),
    children: symbol.children.map((child) => toSymbol(descriptor, child)),
  };
}

/** The entries of a section, without the section and without controls. */
function flat({ uri, document }: Descriptor, section: Symbol): SymbolInformation[] {
  return section.children
    .filter(({ kind }) => kind !== 'control')
    .map((symbol) => ({
      name: symbol.name,
      kind: kindOf(symbol),
      containerName: section.name,
      location: { uri, range: toRange(document, symbol.nameSpan) },
    }));
}

function kindOf({ kind }: Symbol): SymbolKind {
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

function folds({ document, analysis }: Descriptor): FoldingRange[] {
  return foldsOf(analysis.tree).flatMap((span) => {
    const { start, end } = toRange(document, span);
    return end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : [];
  });
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
