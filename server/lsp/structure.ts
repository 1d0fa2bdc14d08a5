import {
  type DocumentSymbol,
  type FoldingRange,
  type SelectionRange,
  type SymbolInformation,
} from 'vscode-languageserver';
import { foldsOf, spansAround } from '../features/ranges.ts';
import { symbolsOf, type Symbol } from '../features/symbols.ts';
import { toOffset, toRange } from './convert.ts';
import { flatSymbols, kindOf } from './flat-symbols.ts';
import { answers, type Session } from './session.ts';
import type { Descriptor } from './workspace.ts';

/** Outline, folding and selection. */
export function registerStructure(session: Session): void {
  const { connection, offer, workspace } = session;
  connection.onDocumentSymbol(
    answers(session, 'outline', async ({ textDocument }): Promise<DocumentSymbol[] | SymbolInformation[]> => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      if (descriptor === undefined) return [];
      const symbols = symbolsOf(descriptor.analysis.tree);
      return offer.nestedSymbols
        ? symbols.map((symbol) => toSymbol(descriptor, symbol))
        : flatSymbols(descriptor, symbols);
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

function folds({ document, analysis }: Descriptor): FoldingRange[] {
  return foldsOf(analysis.tree).flatMap((span) => {
    const { start, end } = toRange(document, span);
    return end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : [];
  });
}
