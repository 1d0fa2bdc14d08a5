import type { ServerCapabilities } from 'vscode-languageserver';
import type { ClientOffer } from './client-offer.ts';
import { completionTriggers } from './completion.ts';
import { codeActionKinds } from './code-actions.ts';
import { textSync } from './workspace.ts';

/** What the server does for a client that offers this. */
export function serverCapabilities(offer: ClientOffer): ServerCapabilities {
  return {
    textDocumentSync: textSync,
    ...(offer.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
    ...(offer.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: true } }
      : {}),
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: offer.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: 'Bartizan' },
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    ...(offer.inlayHints ? { inlayHintProvider: true } : {}),
    ...(offer.codeLenses ? { codeLensProvider: {} } : {}),
    // Without literals an action would have to be a command, which the client must know.
    ...(offer.codeActionLiterals ? { codeActionProvider: { codeActionKinds: [...codeActionKinds] } } : {}),
  };
}
