import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Diagnostic,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { answering, attempting } from './answer.ts';
import { fileKey, type Cancellation, type ClosedTexts } from './closed-texts.ts';
import { diagnosticsFor, report } from './diagnostics.ts';
import { fingerprint } from './fingerprint.ts';
import type { Judge } from './knowledge.ts';
import { nextTurn } from './next-turn.ts';
import type { Session } from './session.ts';

/** Checks the descriptors of the workspace that nobody has open. */
export function registerWorkspaceDiagnostics(
  session: Session,
  closedTexts: ClosedTexts,
  today: () => string,
): void {
  const check = checkClosed(session, closedTexts, today);
  if (session.offer.pullsDiagnostics) registerPull(session, check);
  else registerPush(session, check);
}

interface Watch extends Cancellation {
  /** How many of how many files are done. */
  advance?(done: number, all: number): void;
}

type Closed = ReadonlyMap<string, Diagnostic[]>;

/** The closed descriptors by URI; absent where it was cancelled. */
type CheckClosed = (watch: Watch) => Promise<Closed | undefined>;

interface Checked {
  readonly text: string;
  readonly judge: Judge;
  readonly basis: string;
  readonly diagnostics: Diagnostic[];
}

/** Clients ask every few seconds: a text is judged again only when it, its judge or the day is another. */
function checkClosed(session: Session, closedTexts: ClosedTexts, today: () => string): CheckClosed {
  const { workspace } = session;
  const checked = new Map<string, Checked>();
  const diagnose = async (uri: string, text: string): Promise<Diagnostic[]> => {
    const judge = workspace.judgeOf(uri);
    const basis = `${today()} ${session.surroundings().yamlCheckedElsewhere}`;
    const known = checked.get(uri);
    if (known?.text === text && known.judge === judge && known.basis === basis) return known.diagnostics;
    await nextTurn();
    const diagnostics = diagnosticsFor(session, await workspace.closed(uri, text));
    checked.set(uri, { text, judge, basis, diagnostics });
    return diagnostics;
  };

  return async (watch) => {
    const found = await closedTexts(watch);
    if (found === undefined) return undefined;
    for (const uri of checked.keys()) if (!found.has(uri)) checked.delete(uri);
    const results = new Map<string, Diagnostic[]>();
    for (const [uri, text] of found) {
      if (watch.isCancelled()) return undefined;
      results.set(uri, await diagnose(uri, text));
      watch.advance?.(results.size, found.size);
    }
    return results;
  };
}

function registerPull(session: Session, check: CheckClosed): void {
  const { connection, workspace } = session;
  connection.languages.diagnostics.onWorkspace((params, token, progress) => {
    const work = async (): Promise<WorkspaceDiagnosticReport | ResponseError<never>> => {
      const watch = watching(token, progress);
      const closed = await check(watch).finally(() => watch.end());
      if (closed === undefined) {
        return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'workspace diagnostics: cancelled');
      }
      const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
      const items = new Map<string, WorkspaceDocumentDiagnosticReport>();
      const add = (uri: string, version: number | null, diagnostics: Diagnostic[]): void => {
        if (!items.has(uri)) items.set(uri, { ...report(diagnostics, previous.get(uri)), uri, version });
      };
      const open = await workspace.openDescriptors();
      for (const descriptor of open) {
        add(descriptor.uri, descriptor.document.version, diagnosticsFor(session, descriptor));
      }
      const openKeys = new Set(open.map(({ uri }) => fileKey(uri)));
      for (const [uri, diagnostics] of closed) if (!openKeys.has(fileKey(uri))) add(uri, null, diagnostics);
      // What was told of files that are gone is taken back.
      for (const uri of previous.keys()) add(uri, null, []);
      return { items: [...items.values()] };
    };
    return answering(connection.console, 'workspace diagnostics', work)(undefined, token);
  });
}

/** Where no file is closed there is no progress to show. */
function watching(token: CancellationToken, progress: WorkDoneProgressReporter): Watch & { end(): void } {
  let begun = false;
  return {
    isCancelled: () => token.isCancellationRequested,
    advance: (done, all) => {
      if (!begun) progress.begin('Checking descriptors', 0, undefined, true);
      begun = true;
      progress.report(Math.floor((100 * done) / all), `${done} of ${all}`);
    },
    end: () => {
      if (begun) progress.done();
    },
  };
}

/** After the start, and when what the diagnostics rest on has changed; an open document has its own. */
function registerPush(session: Session, check: CheckClosed): void {
  const { connection, workspace } = session;
  const sent = new Map<string, string>();
  let checks = 0;

  const publish = async (): Promise<void> => {
    checks += 1;
    const mine = checks;
    const closed = await check({ isCancelled: () => checks !== mine });
    if (closed === undefined || checks !== mine) return;
    const open = new Set(workspace.documents.keys().map(fileKey));
    const told = new Map<string, Diagnostic[]>([...sent.keys()].map((uri) => [uri, []]));
    for (const [uri, diagnostics] of closed) told.set(uri, diagnostics);
    await Promise.all(
      [...told].map(async ([uri, diagnostics]) => {
        if (open.has(fileKey(uri))) return;
        const id = fingerprint(JSON.stringify(diagnostics));
        if (sent.get(uri) === id || (diagnostics.length === 0 && !sent.has(uri))) return;
        if (closed.has(uri)) sent.set(uri, id);
        else sent.delete(uri);
        await connection.sendDiagnostics({ uri, diagnostics });
      }),
    );
  };
  const start = (): void => void attempting(connection.console, 'diagnostics of the workspace', publish);
  session.onKnowledgeChanged(start);
  // What is sent for an open document takes the place of what was sent before.
  workspace.documents.onDidOpen(({ document: { uri } }) => {
    for (const known of sent.keys()) if (fileKey(known) === fileKey(uri)) sent.delete(known);
  });
  workspace.documents.onDidClose(start);
}
