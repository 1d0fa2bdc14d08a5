import type { DocumentLink } from 'vscode-languageserver';
import { linksOf } from '../features/links.ts';
import { toRange } from './convert.ts';
import { answers, type Session } from './session.ts';

export function registerLinks(session: Session): void {
  const { connection, offer, workspace } = session;
  connection.onDocumentLinks(
    answers(session, 'links', async ({ textDocument }): Promise<DocumentLink[]> => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      if (descriptor === undefined) return [];
      const { uri, document, analysis } = descriptor;
      return linksOf(analysis, offer.docsBase).flatMap(({ span, target }) => {
        const href = target.type === 'url' ? target.url : fileBeside(uri, target.path);
        return href === undefined ? [] : [{ range: toRange(document, span), target: href }];
      });
    }),
  );
}

function fileBeside(uri: string, path: string): string | undefined {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return URL.canParse(escaped, uri) ? new URL(escaped, uri).href : undefined;
}
