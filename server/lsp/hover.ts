import { MarkupKind, type Hover as LspHover, type HoverParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hoverInCatalog } from '../features/hover/catalog-hover.ts';
import { hoverAt, type Hover } from '../features/hover/hover.ts';
import { toOffset, toRange } from './convert.ts';
import { answers, type Session } from './session.ts';

export function registerHover(session: Session): void {
  const { connection, workspace } = session;
  connection.onHover(
    answers(session, 'hover', async ({ textDocument, position }: HoverParams): Promise<LspHover | null> => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      if (descriptor === undefined) return catalogHover(session, textDocument.uri, position);
      const { analysis, document, judge } = descriptor;
      const options = { edition: judge.settings.edition, docsBase: session.offer.docsBase };
      return toHover(session, document, hoverAt(analysis, toOffset(document, position), options));
    }),
  );
}

function catalogHover(session: Session, uri: string, position: HoverParams['position']): LspHover | null {
  const { workspace, offer } = session;
  const document = workspace.documents.get(uri);
  const judge = [...workspace.judges.values()].find(({ catalogFiles }) => catalogFiles.has(uri));
  if (document === undefined || judge === undefined) return null;
  const options = { edition: judge.settings.edition, docsBase: offer.docsBase };
  const offset = toOffset(document, position);
  // A rule that the file switches off is known outside its folder alone.
  for (const place of [uri, outside]) {
    const hover = hoverInCatalog(document.getText(), offset, workspace.analyze(place, ''), options);
    if (hover !== undefined) return toHover(session, document, hover);
  }
  return null;
}

/** Lies in no folder, so that the built-in catalog alone counts. */
const outside = '';

function toHover({ offer }: Session, document: TextDocument, hover: Hover | undefined): LspHover | null {
  if (hover === undefined) return null;
  return { range: toRange(document, hover.span), contents: markup(hover.markdown, offer.markdownHover) };
}

/** Markdown, or the same without its marks for a client that shows text as it is. */
export function markup(markdown: string, understood: boolean): { kind: MarkupKind; value: string } {
  return understood
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: withoutMarks(markdown) };
}

function withoutMarks(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2')
    .replaceAll(/\*\*|(?<!\\)`/g, '')
    .replaceAll(/\\([\\`*_[\]<>#|~!&:.+)-])/g, '$1');
}
