import * as vscode from 'vscode';
import { isDescriptor } from '../descriptors.ts';

/** Tells menus whether the active editor shows a descriptor: the language is YAML, so they cannot see it. */
export function watchActiveDescriptor(): vscode.Disposable {
  const tell = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const active = document !== undefined && isDescriptor(document);
    void vscode.commands.executeCommand('setContext', 'bartizan.descriptorActive', active);
    // The tree of the model stays while the panel or another view has the focus.
    if (active) void vscode.commands.executeCommand('setContext', 'bartizan.descriptorSeen', true);
  };
  tell();
  return vscode.window.onDidChangeActiveTextEditor(tell);
}
