import { isRecord } from '../../../server/lsp/record.ts';
import type { FromPage } from '../messages.ts';
import { readReading, type Reading } from './reading.ts';

/** What VS Code offers a page. */
interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

/** What outlives the page: VS Code keeps it while the panel is hidden and over a reload of the window. */
interface PageState {
  readonly uri: string | undefined;
  readonly reading: Reading | undefined;
}

declare function acquireVsCodeApi(): VsCode;

export interface Host {
  post(message: FromPage): void;
  /** What was read when the page was last here. */
  reading(): Reading | undefined;
  keep(change: Partial<PageState>): void;
}

export function connectHost(): Host {
  const vscode = acquireVsCodeApi();
  let state = readState(vscode.getState());
  return {
    post: (message) => vscode.postMessage(message),
    reading: () => state.reading,
    keep: (change) => {
      state = { ...state, ...change };
      vscode.setState(state);
    },
  };
}

function readState(said: unknown): PageState {
  const { uri, reading } = isRecord(said) ? said : {};
  return { uri: typeof uri === 'string' ? uri : undefined, reading: readReading(reading) };
}
