import * as vscode from 'vscode';
import { readView, type DiagramView } from '../../server/lsp/diagram/view.ts';
import type { ServerLink } from './server-link.ts';

interface Item extends vscode.QuickPickItem {
  readonly focus?: unknown;
}

/** Lets the user choose what the picture is narrowed to; absent when nothing was chosen. */
export async function pickFocus(
  uri: vscode.Uri,
  view: DiagramView,
  server: ServerLink,
): Promise<DiagramView | undefined> {
  const choices = (await server.focusChoices(uri.toString())) ?? [];
  const items: Item[] = [{ label: 'Everything', description: 'the whole system' }];
  let group = '';
  for (const choice of choices) {
    if (choice.group !== group) items.push({ label: choice.group, kind: vscode.QuickPickItemKind.Separator });
    ({ group } = choice);
    items.push({ label: choice.label, description: choice.detail, focus: choice.focus });
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Focus Diagram',
    placeHolder: 'Element, boundary, risk or attack path',
    matchOnDescription: true,
  });
  return chosen === undefined ? undefined : readView({ ...view, focus: chosen.focus });
}
