import { InsertTextMode, MarkupKind, type InitializeParams } from 'vscode-languageserver';
import { isRecord } from './record.ts';

/** What the client can do, and what it told at the start. The server asks for nothing else. */
export interface ClientOffer {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly inlayHints: boolean;
  readonly refreshesInlayHints: boolean;
  readonly codeLenses: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly dataInDiagnostics: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  readonly snippets: boolean;
  readonly adjustsIndentation: boolean;
  readonly markdownCompletion: boolean;
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  readonly nestedSymbols: boolean;
  readonly preparesRename: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** It answers `bartizan/findFiles` and `bartizan/readFile`. */
  readonly files: boolean;
  readonly surroundings: Surroundings;
  /** The client's command that opens its list of suggestions. */
  readonly suggestCommand: string | undefined;
  /** It has the snippets of whole descriptors itself. */
  readonly ownSnippets: boolean;
  /** Where the pages on rules and controls are. */
  readonly docsBase: string;
  /** The built-in catalog, from a client that has it. */
  readonly catalog: string | undefined;
  /** Settings of a client that is not asked for them. */
  readonly settings: unknown;
}

/** What can change while the client runs; it says so by `bartizan/surroundings`. */
export interface Surroundings {
  /** Another server reports faults of the YAML itself. */
  readonly yamlCheckedElsewhere: boolean;
  /** Whether catalogs of the workspace may be read; a client that knows no distrust says nothing. */
  readonly trusted: boolean;
}

export function readSurroundings(said: unknown): Surroundings {
  const own = isRecord(said) ? said : {};
  return { yamlCheckedElsewhere: own.yamlCheckedElsewhere === true, trusted: own.trusted !== false };
}

const docsBase = 'https://github.com/bartizan/bartizan/blob/main/docs';

export function readClientOffer({ capabilities, initializationOptions }: InitializeParams): ClientOffer {
  const options: unknown = initializationOptions;
  const own = isRecord(options) ? options : {};
  const { textDocument, workspace, window } = capabilities;
  const completionItem = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    codeLenses: textDocument?.codeLens !== undefined,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ??
        textDocument?.publishDiagnostics?.relatedInformation) === true,
    codeDescription:
      (textDocument?.diagnostic?.codeDescriptionSupport ??
        textDocument?.publishDiagnostics?.codeDescriptionSupport) === true,
    dataInDiagnostics:
      (textDocument?.diagnostic?.dataSupport ?? textDocument?.publishDiagnostics?.dataSupport) === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    snippets: completionItem?.snippetSupport === true,
    adjustsIndentation:
      completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    markdownCompletion: completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    suggestCommand: typeof own.suggestCommand === 'string' ? own.suggestCommand : undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    files: own.files === true,
    surroundings: readSurroundings(own),
    ownSnippets: own.ownSnippets === true,
    docsBase: typeof own.docsBase === 'string' ? own.docsBase.replace(/\/$/, '') : docsBase,
    catalog: typeof own.catalog === 'string' ? own.catalog : undefined,
    settings: own.settings,
  };
}
