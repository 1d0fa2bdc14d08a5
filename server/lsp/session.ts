import type { Connection } from 'vscode-languageserver';
import { answering } from './answer.ts';
import type { ClientOffer, Surroundings } from './client-offer.ts';
import type { Files } from './host.ts';
import type { Workspace } from './workspace.ts';

/** One client, from its `initialize` on; what every feature is wired to. */
export interface Session {
  readonly connection: Connection;
  readonly offer: ClientOffer;
  readonly workspace: Workspace;
  readonly files: Files | undefined;
  surroundings(): Surroundings;
  /** Called after everything that the diagnostics rest on has changed, but no document. */
  onKnowledgeChanged(listener: () => void): void;
}

/** `answering`, with the session's log. */
export function answers<P, R>(session: Session, what: string, handler: (params: P) => R | Promise<R>) {
  return answering(session.connection.console, what, handler);
}
