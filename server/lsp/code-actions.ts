import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { fixEverything } from '../features/fix-everything.ts';
import { fixesAt } from '../features/fixes-at.ts';
import { toSpan, toWorkspaceEdit } from './convert.ts';
import { answers, type Session } from './session.ts';
import { marksOf, toDiagnostic } from './to-diagnostic.ts';
import type { Descriptor } from './workspace.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.bartizan`;

export function registerCodeActions(session: Session): void {
  const { connection, workspace } = session;
  connection.onCodeAction(
    answers(session, 'code actions', async (params: CodeActionParams) => {
      const descriptor = await workspace.descriptor(params.textDocument.uri);
      if (descriptor === undefined) return [];
      const wants = (kind: string): boolean => isWanted(kind, params.context.only);
      return [
        ...(wants(CodeActionKind.QuickFix) ? quickFixes(session, descriptor, params) : []),
        ...(wants(fixAllKind) ? everything(session, descriptor) : []),
      ];
    }),
  );
}

/** A kind stands for those below it; where nothing is asked for by name, source actions are not offered. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith(CodeActionKind.Source);
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(
  session: Session,
  descriptor: Descriptor,
  params: CodeActionParams,
): readonly CodeAction[] {
  const { offer } = session;
  const { analysis, document } = descriptor;
  const marks = marksOf(session, descriptor);
  return fixesAt(analysis, marks, toSpan(document, params.range)).map(({ mark, fix }) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(offer, descriptor, mark)],
    edit: toWorkspaceEdit(document, fix.edits, offer.versionedEdits),
    ...(offer.preferredActions && fix.preferred ? { isPreferred: true } : {}),
  }));
}

function everything({ offer, workspace }: Session, { uri, document, analysis }: Descriptor): CodeAction[] {
  const edits = fixEverything(analysis, (text) => workspace.analyze(uri, text));
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(document, edits, offer.versionedEdits);
  return [{ title: 'Fix all slips that have one safe correction', kind: fixAllKind, edit }];
}
