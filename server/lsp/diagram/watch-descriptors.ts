import { isDescriptor } from '../descriptor-name.ts';
import type { Session } from '../session.ts';

/** Quiet after the last change before it is told: nobody reads a picture while typing. */
const quiet = 150;

/** Calls back some time after what is known of an open descriptor has changed. */
export function watchDescriptors(session: Session, changed: (uri: string) => void): void {
  const { workspace } = session;
  const waiting = new Map<string, NodeJS.Timeout>();
  const schedule = (uri: string): void => {
    if (!isDescriptor(uri)) return;
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        if (workspace.documents.get(uri) !== undefined) changed(uri);
      }, quiet),
    );
  };
  workspace.documents.onDidChangeContent(({ document }) => schedule(document.uri));
  workspace.documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.delete(document.uri);
  });
  session.onKnowledgeChanged(() => workspace.documents.keys().forEach(schedule));
}
