import type { CodeLens, InlayHint, InlayHintParams } from 'vscode-languageserver';
import { codeLensesOf } from '../features/code-lens.ts';
import { inlayHintsOf } from '../features/inlay-hints.ts';
import { attempting } from './answer.ts';
import { toRange, toSpan } from './convert.ts';
import { answers, type Session } from './session.ts';

/** Inlay hints and code lenses, each where its setting says so. */
export function registerHints(session: Session): void {
  const { connection, offer, workspace } = session;
  const { inlayHint } = connection.languages;
  inlayHint.on(
    answers(
      session,
      'inlay hints',
      async ({ textDocument, range }: InlayHintParams): Promise<InlayHint[]> => {
        const descriptor = await workspace.descriptor(textDocument.uri);
        if (descriptor?.judge.settings.inlayHints !== true) return [];
        const { analysis, document } = descriptor;
        return inlayHintsOf(analysis, toSpan(document, range)).map(({ offset, label, tooltip }) => ({
          position: document.positionAt(offset),
          label,
          tooltip,
          paddingLeft: true,
        }));
      },
    ),
  );
  connection.onCodeLens(
    answers(session, 'code lens', async ({ textDocument }): Promise<CodeLens[]> => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      if (descriptor?.judge.settings.codeLens !== true) return [];
      return codeLensesOf(descriptor.analysis).map(({ span, title }) => ({
        range: toRange(descriptor.document, span),
        // It only tells: a command without a name is shown as text.
        command: { title, command: '' },
      }));
    }),
  );
  session.onKnowledgeChanged(() => {
    void attempting(connection.console, 'refreshing hints', async () => {
      if (offer.refreshesInlayHints) await inlayHint.refresh();
      if (offer.refreshesCodeLenses) await connection.sendRequest('workspace/codeLens/refresh');
    });
  });
}
