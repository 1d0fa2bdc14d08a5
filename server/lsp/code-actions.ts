import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { fixEverything } from '../features/fix-everything.ts';
import { fixesAt } from '../features/fixes-at.ts';
import { extractionsAt, rewritesAt } from '../features/rewrites-at.ts';
import type { Action } from '../features/fixes/fix.ts';
import { toSpan, toWorkspaceEdit } from './convert.ts';
import { answers, type Session } from './session.ts';
import { marksOf, toDiagnostic } from './to-diagnostic.ts';
import type { Descriptor } from './workspace.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.bartizan`;

/** What is offered, each kind worked out only for a client that wants it. */
const offers: Readonly<
  Record<string, (session: Session, descriptor: Descriptor, params: CodeActionParams) => CodeAction[]>
> = {
  [CodeActionKind.QuickFix]: quickFixes,
  [CodeActionKind.RefactorRewrite]: rewrites,
  [CodeActionKind.RefactorExtract]: extractions,
  [fixAllKind]: everything,
};

export const codeActionKinds: readonly string[] = Object.keys(offers);

export function registerCodeActions(session: Session): void {
  const { connection, workspace } = session;
  connection.onCodeAction(
    answers(session, 'code actions', async (params: CodeActionParams) => {
      const descriptor = await workspace.descriptor(params.textDocument.uri);
      if (descriptor === undefined) return [];
      return Object.entries(offers).flatMap(([kind, offer]) =>
        isWanted(kind, params.context.only) ? offer(session, descriptor, params) : [],
      );
    }),
  );
}

/** A kind stands for those below it; where nothing is asked for by name, source actions are not offered. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith(CodeActionKind.Source);
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(session: Session, descriptor: Descriptor, { range }: CodeActionParams): CodeAction[] {
  const { offer } = session;
  const { analysis, document } = descriptor;
  const marks = marksOf(session, descriptor);
  return fixesAt(analysis, marks, toSpan(document, range)).map(({ mark, fix }) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(offer, descriptor, mark)],
    edit: toWorkspaceEdit(document, fix.edits, offer.versionedEdits),
    ...(offer.preferredActions && fix.preferred ? { isPreferred: true } : {}),
  }));
}

function rewrites(session: Session, descriptor: Descriptor, { range }: CodeActionParams): CodeAction[] {
  const { analysis, document } = descriptor;
  const actions = rewritesAt(analysis, marksOf(session, descriptor), toSpan(document, range));
  return actions.map((action) => toCodeAction(session, descriptor, action, CodeActionKind.RefactorRewrite));
}

function extractions(session: Session, descriptor: Descriptor, { range }: CodeActionParams): CodeAction[] {
  const actions = extractionsAt(descriptor.analysis, toSpan(descriptor.document, range));
  return actions.map((action) => toCodeAction(session, descriptor, action, CodeActionKind.RefactorExtract));
}

function everything(session: Session, descriptor: Descriptor): CodeAction[] {
  const { uri, analysis } = descriptor;
  const edits = fixEverything(analysis, (text) => session.workspace.analyze(uri, text));
  if (edits.length === 0) return [];
  const title = 'Fix all slips that have one safe correction';
  return [toCodeAction(session, descriptor, { title, edits }, fixAllKind)];
}

function toCodeAction(
  { offer }: Session,
  { document }: Descriptor,
  { title, edits }: Action,
  kind: string,
): CodeAction {
  return { title, kind, edit: toWorkspaceEdit(document, edits, offer.versionedEdits) };
}
