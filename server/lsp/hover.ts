import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { hoverAt } from '../features/hover/hover.ts';
import { toOffset, toRange } from './convert.ts';
import { answers, type Session } from './session.ts';

export function registerHover(session: Session): void {
  const { connection, offer, workspace } = session;
  connection.onHover(
    answers(session, 'hover', async (params: HoverParams): Promise<Hover | null> => {
      const descriptor = await workspace.descriptor(params.textDocument.uri);
      if (descriptor === undefined) return null;
      const { analysis, document, judge } = descriptor;
      const options = { edition: judge.settings.edition, docsBase: offer.docsBase };
      const hover = hoverAt(analysis, toOffset(document, params.position), options);
      if (hover === undefined) return null;
      return { range: toRange(document, hover.span), contents: markup(hover.markdown, offer.markdownHover) };
    }),
  );
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
