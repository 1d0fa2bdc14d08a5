import {
  LSPErrorCodes,
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type RemoteConsole,
} from 'vscode-languageserver';

/**
 * A handler whose fault answers its own request with an error, is logged with its cause, and leaves the server
 * serving. A request that was cancelled while it waited is not worked on.
 */
export function answering<P, R>(
  console: RemoteConsole,
  what: string,
  handler: (params: P) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    await Promise.resolve();
    if (token.isCancellationRequested)
      return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what}: cancelled`);
    try {
      return await handler(params);
    } catch (error) {
      console.error(`${what} failed: ${describeFault(error)}`);
      return new ResponseError<never>(ErrorCodes.InternalError, `${what} failed: ${messageOf(error)}`);
    }
  };
}

/** Logs a fault of something that nobody waits for. */
export async function attempting(
  console: RemoteConsole,
  what: string,
  work: () => void | Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`${what} failed: ${describeFault(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeFault(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
