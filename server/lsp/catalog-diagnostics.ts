import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { CatalogProblem } from '../catalog/catalog-problem.ts';
import { attempting } from './answer.ts';
import { toRange } from './convert.ts';
import { exampleProblems } from './example-problems.ts';
import { fingerprint } from './fingerprint.ts';
import type { Judges } from './knowledge.ts';
import { nextTurn } from './next-turn.ts';
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
  let runs = 0;
  const publish = async (): Promise<void> => {
    runs += 1;
    const mine = runs;
    const faulty = await faultyFiles(workspace.judges, () => runs !== mine);
    if (faulty === undefined) return;
    const mended = [...sent.keys()].filter((uri) => !faulty.has(uri));
    await Promise.all([
      ...mended.map((uri) => send(uri, [])),
      ...[...faulty].map(([uri, diagnostics]) => send(uri, diagnostics)),
    ]);
  };
  session.onKnowledgeChanged(() => void attempting(connection.console, 'diagnostics of catalogs', publish));
}

/** A file that is in the catalogs of several folders tells each of its problems once; absent where it is outdated. */
async function faultyFiles(
  judges: Judges,
  isOutdated: () => boolean,
): Promise<ReadonlyMap<string, Diagnostic[]> | undefined> {
  const faulty = new Map<string, Map<string, Diagnostic>>();
  for (const { catalogFiles } of judges.values()) {
    for (const [uri, file] of catalogFiles) {
      const known = faulty.get(uri) ?? new Map<string, Diagnostic>();
      const add = (problems: readonly CatalogProblem[], severity: DiagnosticSeverity): void => {
        const found = toDiagnostics(uri, file.text, problems, severity);
        for (const diagnostic of found) known.set(JSON.stringify(diagnostic), diagnostic);
      };
      add(file.problems, DiagnosticSeverity.Error);
      for (const problems of exampleProblems(uri, file)) {
        // The rule counts all the same.
        add(problems, DiagnosticSeverity.Warning);
        await nextTurn();
        if (isOutdated()) return undefined;
      }
      if (known.size > 0) faulty.set(uri, known);
    }
  }
  return new Map([...faulty].map(([uri, diagnostics]) => [uri, [...diagnostics.values()]]));
}

function toDiagnostics(
  uri: string,
  text: string,
  problems: readonly CatalogProblem[],
  severity: DiagnosticSeverity,
): readonly Diagnostic[] {
  const document = TextDocument.create(uri, 'yaml', 0, text);
  return problems.map(({ span, message }) => ({
    range: toRange(document, span),
    severity,
    source: 'bartizan',
    message,
  }));
}
