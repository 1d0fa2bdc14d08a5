import * as vscode from 'vscode';
import type { Picture } from '../../server/lsp/diagram/picture.ts';
import { readView, wholeView, type DiagramView } from '../../server/lsp/diagram/view.ts';
import { oneAtATime } from '../panels/one-at-a-time.ts';
import { pageOptions } from '../panels/page-files.ts';
import { showRange } from '../panels/show-range.ts';
import { pickExport, savePng } from './export-picture.ts';
import { readFromPage, type FromPage, type ToPage } from './messages.ts';
import { pageHtml } from './page.ts';
import { pickFocus } from './pick-focus.ts';
import { placeAt, toVscodeRange } from './places.ts';
import type { ServerLink } from './server-link.ts';

export interface PanelWorld {
  readonly extensionUri: vscode.Uri;
  readonly server: ServerLink;
  readonly log: (fault: unknown) => void;
}

/** One panel with the picture of one descriptor. The page is gone while it is hidden, and says `ready` when it is back. */
export class DiagramPanel {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly #world: PanelWorld;
  readonly #draw: () => void;
  #view: DiagramView = wholeView;
  #picture: Picture | undefined;
  /** Hash of what the page shows. */
  #shown: string | undefined;
  #cursor: vscode.Position | undefined;
  #ready = false;
  #awaited: string | undefined;

  constructor(panel: vscode.WebviewPanel, uri: vscode.Uri, world: PanelWorld, view: DiagramView = wholeView) {
    this.panel = panel;
    this.uri = uri;
    this.#world = world;
    this.#draw = oneAtATime(() => this.#ask(), world.log);
    this.#view = view;
    panel.webview.options = pageOptions(world.extensionUri);
    panel.iconPath = iconOf(world.extensionUri);
    panel.webview.onDidReceiveMessage((said: unknown) => {
      const message = readFromPage(said);
      if (message !== undefined) this.#logged(this.#heed(message));
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) [this.#ready, this.#shown] = [false, undefined];
    });
    panel.webview.html = pageHtml(panel.webview, world.extensionUri);
  }

  /** Draws anew. While a picture is on its way, all that changes makes one more. */
  refresh(): void {
    if (this.#ready) this.#draw();
  }

  /** Marks what the text speaks of at the cursor. */
  follow(position: vscode.Position): void {
    this.#cursor = position;
    if (!this.#ready) return;
    this.#post({ type: 'cursor', key: placeAt(this.#picture?.places ?? [], position)?.key });
  }

  select(key: string): void {
    if (this.#ready) this.#post({ type: 'select', key });
    else this.#awaited = key;
  }

  goTo(key: string): Promise<void> {
    return this.#showText(key, false);
  }

  async pickFocus(): Promise<void> {
    const view = await pickFocus(this.uri, this.#view, this.#world.server);
    if (view === undefined) return;
    this.#view = view;
    this.refresh();
  }

  pickExport(): Promise<void> {
    const post = (message: ToPage): void => this.#post(message);
    return pickExport({ uri: this.uri, view: this.#view, server: this.#world.server, post });
  }

  async #heed(message: FromPage): Promise<void> {
    const { server } = this.#world;
    const uri = this.uri.toString();
    switch (message.type) {
      case 'ready':
        [this.#ready, this.#shown] = [true, undefined];
        this.refresh();
        return;
      case 'view':
        this.#view = readView(message.view);
        this.refresh();
        return;
      case 'show':
      case 'go':
        await this.#showText(message.key, message.type === 'show');
        return;
      case 'fixes':
        this.#post({ type: 'fixes', fixes: (await server.fixes(uri, message.findings)) ?? [] });
        return;
      case 'fix':
        await this.#fix(message.finding, message.title);
        return;
      case 'pick-focus':
        await this.pickFocus();
        return;
      case 'pick-export':
        await this.pickExport();
        return;
      case 'png':
        await savePng(this.uri, message.base64);
        return;
      case 'copied':
        vscode.window.setStatusBarMessage('The diagram is in the clipboard as an image', 4000);
        return;
      case 'failed':
        void vscode.window.showErrorMessage(`Bartizan: ${message.what}`);
    }
  }

  async #ask(): Promise<void> {
    try {
      // What is asked about must be open: the server knows no other text than the editor's.
      await vscode.workspace.openTextDocument(this.uri);
      const picture = await this.#world.server.picture(this.uri.toString(), this.#view, this.#shown);
      if (!picture) {
        this.#post({ type: 'nothing', why: 'The language server is starting…' });
        return;
      }
      [this.#picture, this.#shown] = [picture, picture.hash];
      this.#post({ type: 'picture', picture, view: this.#view });
      // The text may have moved under a cursor that stands still.
      if (this.#cursor !== undefined) this.follow(this.#cursor);
      if (this.#awaited !== undefined) this.#post({ type: 'select', key: this.#awaited });
      this.#awaited = undefined;
    } catch (error) {
      this.#post({
        type: 'nothing',
        why: 'The diagram could not be drawn; Bartizan: Show Output tells why.',
      });
      throw error;
    }
  }

  async #showText(key: string, preserveFocus: boolean): Promise<void> {
    const range = this.#picture?.places.find((place) => place.key === key)?.ranges[0];
    if (range !== undefined) await showRange(this.uri, toVscodeRange(range), { preserveFocus });
  }

  async #fix(finding: string, title: string): Promise<void> {
    const { server } = this.#world;
    const edit = await server.fix(this.uri.toString(), finding, title);
    const made = edit && (await server.client()?.protocol2CodeConverter.asWorkspaceEdit(edit));
    if (made) await vscode.workspace.applyEdit(made);
  }

  #post(message: ToPage): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }

  #logged(work: Promise<void>): void {
    work.catch(this.#world.log);
  }
}

/** Of the tab. VS Code tints no image, so there is one for each kind of theme. */
function iconOf(extensionUri: vscode.Uri): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', name);
  return { light: at('diagram-light.svg'), dark: at('diagram-dark.svg') };
}
