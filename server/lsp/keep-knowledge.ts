import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import { attempting } from './answer.ts';
import { readSurroundings, type ClientOffer } from './client-offer.ts';
import type { Sources } from './knowledge.ts';
import { isRecord } from './record.ts';
import type { Session } from './session.ts';
import { readSettings, type Settings } from './settings.ts';
import { isDescriptor } from './descriptor-name.ts';
import { keepWatchers, watchedPaths } from './watchers.ts';
import { watchOpenCatalogs } from './open-catalogs.ts';

type Unwatched = Omit<Session, 'surroundings' | 'onKnowledgeChanged'>;

/** Keeps settings, folders, catalogs and surroundings as the client has them, from the start on. */
export function keepKnowledge(base: Unwatched, folders: readonly string[]): Session {
  const { connection, offer, workspace } = base;
  const listeners: (() => void)[] = [];
  let surroundings = offer.surroundings;
  let pushed: unknown = offer.settings;

  const watchers = keepWatchers(connection, offer);

  const changed = (): void => listeners.forEach((listener) => listener());
  const reload = (around: readonly string[]): Promise<void> =>
    attempting(connection.console, 'reading settings and catalogs', async () => {
      await workspace.reload(around, sources());
      changed();
      await watchers.watch(watchedPaths(workspace.judges));
    });
  const sources = (): Sources => ({
    files: surroundings.trusted ? base.files : undefined,
    openText: (uri) => workspace.documents.get(uri)?.getText(),
    settingsOf: offer.configuration
      ? (around) => askedSettings(connection, around)
      : (around) => Promise.resolve(sameForAll(around, readSettings(pushed))),
  });

  connection.onInitialized(() => {
    void attempting(connection.console, 'asking for notifications', () => register(connection, offer));
    if (offer.workspaceFolders) watchFolders();
    void reload(folders);
  });
  watchOpenCatalogs(workspace, () => void reload(workspace.folders));
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    if (isRecord(settings)) pushed = settings.bartizan ?? settings;
    void reload(workspace.folders);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => !isDescriptor(uri))) void reload(workspace.folders);
    else changed();
  });
  connection.onNotification('bartizan/surroundings', (said: unknown) => {
    const before = surroundings;
    surroundings = readSurroundings(said);
    if (surroundings.trusted !== before.trusted) void reload(workspace.folders);
    else changed();
  });
  const watchFolders = (): void => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      const kept = workspace.folders.filter((folder) => !gone.has(folder));
      void reload([...kept, ...added.map(({ uri }) => uri)]);
    });
  };

  return {
    ...base,
    surroundings: () => surroundings,
    onKnowledgeChanged: (listener) => void listeners.push(listener),
  };
}

async function askedSettings(
  connection: Connection,
  folders: readonly string[],
): Promise<ReadonlyMap<string | undefined, Settings>> {
  const scopes = [undefined, ...folders];
  const items = scopes.map((scopeUri) =>
    scopeUri === undefined ? { section: 'bartizan' } : { section: 'bartizan', scopeUri },
  );
  const sections: unknown = await connection.workspace.getConfiguration(items);
  const answers: readonly unknown[] = Array.isArray(sections) ? sections : [];
  return new Map(scopes.map((scope, at) => [scope, readSettings(answers[at])]));
}

function sameForAll(
  folders: readonly string[],
  settings: Settings,
): ReadonlyMap<string | undefined, Settings> {
  return new Map([undefined, ...folders].map((folder) => [folder, settings]));
}

async function register({ client }: Connection, offer: ClientOffer): Promise<void> {
  if (offer.registersConfiguration) {
    await client.register(DidChangeConfigurationNotification.type, { section: 'bartizan' });
  }
}
