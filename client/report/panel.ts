import * as vscode from 'vscode';
import { oneAtATime } from '../panels/one-at-a-time.ts';
import { pageOptions } from '../panels/page-files.ts';
import type { ServerLink } from '../panels/server-link.ts';
import { showRange } from '../panels/show-range.ts';
import { askReport } from './ask-report.ts';
import { readFromPage, type FromPage, type ToPage } from './messages.ts';
import { pageHtml } from './page.ts';

export interface ReportWorld {
  readonly extensionUri: vscode.Uri;
  readonly server: ServerLink;
  readonly log: (fault: unknown) => void;
}

/** One panel with the report of one descriptor. The page is gone while it is hidden, and says `ready` when it is back. */
export class ReportPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #world: ReportWorld;
  readonly #write: () => void;
  #uri: vscode.Uri;
  /** Hash of what the page shows. */
  #shown: string | undefined;
  #ready = false;

  constructor(panel: vscode.WebviewPanel, uri: vscode.Uri, world: ReportWorld) {
    this.panel = panel;
    this.#uri = uri;
    this.#world = world;
    this.#write = oneAtATime(() => this.#ask(), world.log);
    panel.webview.options = pageOptions(world.extensionUri);
    panel.webview.onDidReceiveMessage((said: unknown) => {
      const message = readFromPage(said);
      if (message !== undefined) this.#heed(message).catch(world.log);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#ready = false;
    });
    this.follow(uri);
    panel.webview.html = pageHtml(panel.webview, world.extensionUri);
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  /** Goes with a descriptor that was renamed or moved. */
  follow(uri: vscode.Uri): void {
    this.#uri = uri;
    this.panel.title = `Report ${uri.path.split('/').at(-1) ?? ''}`;
    this.refresh();
  }

  /** Writes anew. While a report is on its way, all that changes makes one more. */
  refresh(): void {
    if (this.#ready) this.#write();
  }

  async #heed(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        [this.#ready, this.#shown] = [true, undefined];
        this.refresh();
        return;
      case 'go':
        await this.#goTo(message.line);
        return;
      case 'failed':
        throw new Error(`the page of the report: ${message.what}`);
    }
  }

  async #ask(): Promise<void> {
    const uri = this.#uri;
    try {
      const report = await askReport(this.#world.server, uri, 'html', this.#shown);
      if (report === undefined) {
        this.#post({ type: 'nothing', why: 'The language server is starting…' });
        return;
      }
      this.#shown = report.hash;
      this.#post({ type: 'report', uri: uri.toString(), html: report.text, stale: report.stale });
    } catch (error) {
      this.#post({
        type: 'nothing',
        why: 'The report could not be written; Bartizan: Show Output tells why.',
      });
      throw error;
    }
  }

  async #goTo(line: number): Promise<void> {
    const { lineCount } = await vscode.workspace.openTextDocument(this.#uri);
    const start = new vscode.Position(Math.min(line, lineCount) - 1, 0);
    await showRange(this.#uri, new vscode.Range(start, start), { preserveFocus: false });
  }

  #post(message: ToPage): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }
}
