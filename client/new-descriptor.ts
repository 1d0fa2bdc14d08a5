import * as vscode from 'vscode';
import { descriptorKinds, type DescriptorKind } from './descriptor-kinds.ts';

/** Asks for the kind of system, and opens a descriptor of it that is not saved yet, with its blanks to be filled in. */
export async function newDescriptor(): Promise<void> {
  const kind = await vscode.window.showQuickPick([...descriptorKinds], {
    title: 'New Descriptor',
    placeHolder: 'What is the system like?',
  });
  if (kind !== undefined) await openNewDescriptor(kind);
}

export async function openNewDescriptor({ snippet }: DescriptorKind): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(freeName());
  const editor = await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'yaml', name: snippet });
  return editor;
}

/** A name that no open document has; where it is saved, the user says. */
function freeName(): vscode.Uri {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const name = vscode.Uri.from({
      scheme: 'untitled',
      path: number === 1 ? 'new.genai.yaml' : `new-${number}.genai.yaml`,
    });
    if (!taken.has(name.toString())) return name;
  }
}
