import {
  DocumentHighlightKind,
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type DefinitionLink,
  type DocumentHighlight,
  type Location,
  type Range,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { definitionsAt, mentionsAt, renamableAt, renameAt } from '../features/navigation.ts';
import { toOffset, toRange, toWorkspaceEdit } from './convert.ts';
import { answers, type Session } from './session.ts';
import type { Descriptor } from './workspace.ts';

/** Definition, references, highlight and rename: all of what the cursor names, in this descriptor. */
export function registerNavigation(session: Session): void {
  const { connection } = session;
  connection.onDefinition(answers(session, 'definition', (params) => definitions(session, params)));
  connection.onReferences(
    answers(session, 'references', async (params) => {
      const descriptor = await at(session, params);
      if (descriptor === undefined) return [];
      const { uri, document, analysis } = descriptor;
      return mentionsAt(analysis.tree, toOffset(document, params.position))
        .filter(({ defines }) => params.context.includeDeclaration || !defines)
        .map(({ span }) => ({ uri, range: toRange(document, span) }));
    }),
  );
  connection.onDocumentHighlight(answers(session, 'highlight', (params) => highlights(session, params)));
  registerRename(session, connection);
}

async function definitions(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<DefinitionLink[] | Location[]> {
  const descriptor = await at(session, params);
  if (descriptor === undefined) return [];
  const { uri, document, analysis } = descriptor;
  const found = definitionsAt(analysis.tree, toOffset(document, params.position));
  if (!session.offer.definitionLinks) {
    return found.map(({ name }) => ({ uri, range: toRange(document, name) }));
  }
  return found.map(({ name, whole, origin }) => ({
    targetUri: uri,
    targetRange: toRange(document, whole),
    targetSelectionRange: toRange(document, name),
    originSelectionRange: toRange(document, origin),
  }));
}

async function highlights(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<DocumentHighlight[]> {
  const descriptor = await at(session, params);
  if (descriptor === undefined) return [];
  const { document, analysis } = descriptor;
  return mentionsAt(analysis.tree, toOffset(document, params.position)).map(({ span, defines }) => ({
    range: toRange(document, span),
    kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function registerRename(session: Session, connection: Connection): void {
  connection.onPrepareRename(
    answers(session, 'rename', async (params): Promise<{ range: Range; placeholder: string } | null> => {
      const descriptor = await at(session, params);
      if (descriptor === undefined) return null;
      const { document, analysis } = descriptor;
      const mention = renamableAt(analysis.tree, toOffset(document, params.position));
      return mention === undefined
        ? null
        : { range: toRange(document, mention.span), placeholder: mention.name };
    }),
  );
  connection.onRenameRequest(
    answers(session, 'rename', async (params): Promise<WorkspaceEdit | ResponseError<never> | null> => {
      const descriptor = await at(session, params);
      if (descriptor === undefined) return null;
      const { document, analysis } = descriptor;
      const renaming = renameAt(analysis.tree, toOffset(document, params.position), params.newName);
      return renaming.type === 'refused'
        ? new ResponseError<never>(LSPErrorCodes.RequestFailed, renaming.reason)
        : toWorkspaceEdit(document, renaming.edits, session.offer.versionedEdits);
    }),
  );
}

function at(
  { workspace }: Session,
  { textDocument }: TextDocumentPositionParams,
): Promise<Descriptor | undefined> {
  return workspace.descriptor(textDocument.uri);
}
