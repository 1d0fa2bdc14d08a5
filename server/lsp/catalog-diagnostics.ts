import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { attempting } from './answer.ts';
import { toRange } from './convert.ts';
import { fingerprint } from './fingerprint.ts';
import type { Judges, ReadCatalogFile } from './knowledge.ts';
import type { Session } from './session.ts';

/**
 * Sends what is wrong in the organisation's catalogs, and takes it back when it is mended. It is sent to every client:
 * one that asks for diagnostics asks for those of descriptors alone.
 */
export function registerCatalogDiagnostics(session: Session): void {
  const { connection, workspace } = session;
  const sent = new Map<string, string>();
  const send = async (uri: string, diagnostics: Diagnostic[]): Promise<void> => {
    const id = fingerprint(JSON.stringify(diagnostics));
    if (sent.get(uri) === id) return;
    sent.set(uri, id);
    await connection.sendDiagnostics({ uri, diagnostics });
  };
  const publish = async (): Promise<void> => {
    const faulty = faultyFiles(workspace.judges);
    const mended = [...sent.keys()].filter((uri) => !faulty.has(uri));
    await Promise.all([
      ...mended.map((uri) => send(uri, [])),
      ...[...faulty].map(([uri, diagnostics]) => send(uri, diagnostics)),
    ]);
  };
  session.onKnowledgeChanged(() => void attempting(connection.console, 'diagnostics of catalogs', publish));
}

/** A file that is in the catalogs of several folders tells each of its problems once. */
function faultyFiles(judges: Judges): ReadonlyMap<string, Diagnostic[]> {
  const faulty = new Map<string, Diagnostic[]>();
  for (const { catalogFiles } of judges.values()) {
    for (const [uri, file] of catalogFiles) {
      const known = faulty.get(uri) ?? [];
      const said = new Set(known.map((diagnostic) => JSON.stringify(diagnostic)));
      const added = toDiagnostics(uri, file).filter((diagnostic) => !said.has(JSON.stringify(diagnostic)));
      if (added.length > 0) faulty.set(uri, [...known, ...added]);
    }
  }
  return faulty;
}

function toDiagnostics(uri: string, { text, problems }: ReadCatalogFile): Diagnostic[] {
  const document = TextDocument.create(uri, 'yaml', 0, text);
  return problems.map(({ span, message }) => ({
    range: toRange(document, span),
    severity: DiagnosticSeverity.Error,
    source: 'bartizan',
    message,
  }));
}
