import { isRecord } from './record.ts';
import { answers, type Session } from './session.ts';
import type { Descriptor } from './workspace.ts';

type Params = Readonly<Record<string, unknown>>;

/** Answers a request of our own about an open descriptor, by its `uri`; `null` for what is closed or none. */
export function onAbout<R>(
  session: Session,
  method: string,
  answer: (descriptor: Descriptor, params: Params) => R | Promise<R>,
): void {
  session.connection.onRequest(
    method,
    answers(session, method, async (said: unknown): Promise<R | null> => {
      if (!isRecord(said) || typeof said.uri !== 'string') return null;
      const descriptor = await session.workspace.descriptor(said.uri);
      return descriptor === undefined ? null : answer(descriptor, said);
    }),
  );
}
