import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { attempting } from './answer.ts';
import { isDescriptor } from './descriptor-name.ts';
import { fingerprint } from './fingerprint.ts';
import { answers, type Session } from './session.ts';
import { marksOf, toDiagnostic } from './to-diagnostic.ts';
import type { Descriptor } from './workspace.ts';

/** Answers a client that asks for diagnostics; sends them to one that does not. */
export function registerDiagnostics(session: Session): void {
  if (session.offer.pullsDiagnostics) registerPull(session);
  else registerPush(session);
}

export function diagnosticsFor(session: Session, descriptor: Descriptor): Diagnostic[] {
  return marksOf(session, descriptor).map((mark) => toDiagnostic(session.offer, descriptor, mark));
}

/** The same diagnostics have the same id, whatever happened between. */
export function report(items: Diagnostic[], previousId: string | undefined): DocumentDiagnosticReport {
  const resultId = fingerprint(JSON.stringify(items));
  return resultId === previousId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

function registerPull(session: Session): void {
  const { connection, offer, workspace } = session;
  connection.languages.diagnostics.on(
    answers(session, 'diagnostics', async ({ textDocument, previousResultId }) => {
      const descriptor = await workspace.descriptor(textDocument.uri);
      return report(descriptor === undefined ? [] : diagnosticsFor(session, descriptor), previousResultId);
    }),
  );
  if (offer.refreshesDiagnostics) {
    session.onKnowledgeChanged(() => {
      void attempting(connection.console, 'diagnostics', () => connection.languages.diagnostics.refresh());
    });
  }
}

/** Changes that arrive together are answered once; what did not change is not sent again. */
function registerPush(session: Session): void {
  const { connection, workspace } = session;
  const sent = new Map<string, string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const publish = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const descriptor = await workspace.descriptor(uri);
    if (descriptor === undefined) return;
    const diagnostics = diagnosticsFor(session, descriptor);
    const id = fingerprint(JSON.stringify(diagnostics));
    if (sent.get(uri) === id) return;
    sent.set(uri, id);
    await connection.sendDiagnostics({ uri, version: descriptor.document.version, diagnostics });
  };
  const schedule = (uri: string): void => {
    if (!isDescriptor(uri)) return;
    clearTimeout(waiting.get(uri));
    const work = (): void => void attempting(connection.console, 'diagnostics', () => publish(uri));
    waiting.set(uri, setTimeout(work));
  };
  workspace.documents.onDidChangeContent(({ document }) => schedule(document.uri));
  workspace.documents.onDidClose(({ document: { uri } }) => {
    if (sent.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  session.onKnowledgeChanged(() => workspace.documents.keys().forEach(schedule));
}
