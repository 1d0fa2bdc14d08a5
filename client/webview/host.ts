import type { FromPage } from '../diagram/messages.ts';
import { readView, wholeView, type DiagramView } from '../../server/lsp/diagram/view.ts';
import { isRecord } from '../../server/lsp/record.ts';
import type { Viewport } from './viewport.ts';

/** What VS Code offers a page. */
interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

/** What outlives the page: VS Code keeps it while the panel is hidden and over a reload of the window. */
export interface PageState {
  readonly uri: string | undefined;
  readonly view: DiagramView;
  readonly viewport: Viewport | undefined;
  readonly legend: boolean;
}

declare function acquireVsCodeApi(): VsCode;

export interface Host {
  post(message: FromPage): void;
  state(): PageState;
  keep(change: Partial<PageState>): void;
}

export function connectHost(): Host {
  const vscode = acquireVsCodeApi();
  let state = readState(vscode.getState());
  return {
    post: (message) => vscode.postMessage(message),
    state: () => state,
    keep: (change) => {
      state = { ...state, ...change };
      vscode.setState(state);
    },
  };
}

function readState(said: unknown): PageState {
  if (!isRecord(said)) return { uri: undefined, view: wholeView, viewport: undefined, legend: false };
  return {
    uri: typeof said.uri === 'string' ? said.uri : undefined,
    view: readView(said.view),
    viewport: readViewport(said.viewport),
    legend: said.legend === true,
  };
}

function readViewport(said: unknown): Viewport | undefined {
  if (!isRecord(said)) return undefined;
  const { x, y, scale } = said;
  const numbers = [x, y, scale].every((part) => typeof part === 'number' && Number.isFinite(part));
  return numbers && typeof scale === 'number' && scale > 0
    ? { x: Number(x), y: Number(y), scale }
    : undefined;
}
