import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { parseCompiledCatalog } from '../catalog/compiled.ts';
import { serverCapabilities } from './capabilities.ts';
import { readClientOffer, type ClientOffer } from './client-offer.ts';
import { registerCatalogDiagnostics } from './catalog-diagnostics.ts';
import { clientFiles } from './client-files.ts';
import { keepClosedTexts } from './closed-texts.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCompletion } from './completion.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { placeInTime } from './diagram/place-in-time.ts';
import { registerDiagram } from './diagram/register-diagram.ts';
import type { Host } from './host.ts';
import { keepKnowledge } from './keep-knowledge.ts';
import { registerHover } from './hover.ts';
import { registerHints } from './hints.ts';
import { registerLinks } from './links.ts';
import { registerNavigation } from './navigation.ts';
import { registerReport } from './report.ts';
import { registerStructure } from './structure.ts';
import type { Session } from './session.ts';
import { registerWorkspaceDiagnostics } from './workspace-diagnostics.ts';
import { registerWorkspaceSymbols } from './workspace-symbols.ts';
import { Workspace } from './workspace.ts';

const noCatalog = 'no catalog: initializationOptions.catalog is missing';

/** Every feature, each of which registers its own handlers and nothing else. */
const features: readonly ((session: Session) => void)[] = [
  registerDiagnostics,
  registerCatalogDiagnostics,
  registerCodeActions,
  registerCompletion,
  registerHover,
  registerNavigation,
  registerStructure,
  registerLinks,
  registerHints,
];

/** Serves one client until it says goodbye. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    const offer = readClientOffer(params);
    const catalog = host.catalog ?? offer.catalog;
    if (catalog === undefined) {
      return new ResponseError<never>(ErrorCodes.InvalidParams, noCatalog);
    }
    start(connection, host, offer, catalog, foldersOf(params));
    return { capabilities: serverCapabilities(offer), serverInfo: { name: 'bartizan' } };
  });
  connection.onShutdown(() => undefined);
  connection.listen();
}

function start(
  connection: Connection,
  host: Host,
  offer: ClientOffer,
  catalog: string,
  folders: readonly string[],
): void {
  const workspace = new Workspace(parseCompiledCatalog(catalog), () => host.today());
  const files = offer.files ? clientFiles(connection) : host.files;
  const session = keepKnowledge({ connection, offer, workspace, files }, folders);
  for (const register of features) register(session);
  const closedTexts = keepClosedTexts(session);
  registerWorkspaceDiagnostics(session, closedTexts, () => host.today());
  registerWorkspaceSymbols(session, closedTexts);
  const place = placeInTime(host.startLayoutWorker, (fault) => connection.console.warn(fault));
  registerDiagram(session, place);
  registerReport(session, place);
  workspace.listen(connection);
}

function foldersOf({ workspaceFolders, ...old }: InitializeParams): readonly string[] {
  if (workspaceFolders !== null && workspaceFolders !== undefined) {
    return workspaceFolders.map(({ uri }) => uri);
  }
  // Clients of before 3.6 name one folder.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return typeof old.rootUri === 'string' ? [old.rootUri] : [];
}
