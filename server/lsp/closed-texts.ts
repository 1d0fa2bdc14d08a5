import type { Session } from './session.ts';

export interface Cancellation {
  isCancelled(): boolean;
}

/**
 * The texts of the workspace's descriptors that nobody had open when they were read, by URI; absent where it was
 * cancelled.
 */
export type ClosedTexts = (watch: Cancellation) => Promise<ReadonlyMap<string, string> | undefined>;

/** The same as `isDescriptor`, as the file's path has it. */
const descriptorPath = /\.genai\.ya?ml$/;

/** Where the client tells of changed files, they are read again only after such news. */
export function keepClosedTexts(session: Session): ClosedTexts {
  const { offer, workspace } = session;
  let texts: ReadonlyMap<string, string> = new Map();
  let changes = 1;
  let readAt = 0;
  const changed = (): void => void (changes += 1);
  session.onKnowledgeChanged(changed);
  workspace.documents.onDidClose(changed);

  return async (watch) => {
    if (offer.registersWatchers && readAt === changes) return texts;
    const begun = changes;
    const found = await readClosed(session, watch);
    if (found !== undefined) [texts, readAt] = [found, begun];
    return found;
  };
}

async function readClosed(
  session: Session,
  watch: Cancellation,
): Promise<ReadonlyMap<string, string> | undefined> {
  const { workspace, files } = session;
  const texts = new Map<string, string>();
  // What is read of a workspace that nobody trusts is what the user opens.
  if (files === undefined || !session.surroundings().trusted) return texts;
  const open = new Set(workspace.documents.keys().map(fileKey));
  for (const folder of workspace.folders) {
    for (const uri of await files.find(folder, descriptorPath)) {
      if (watch.isCancelled()) return undefined;
      if (texts.has(uri) || open.has(fileKey(uri))) continue;
      const text = await files.read(uri);
      if (text !== undefined) texts.set(uri, text);
    }
  }
  return texts;
}

/** Editors encode the same path differently: `c%3A` and `c:`, `%28` and `(`. */
export function fileKey(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}
