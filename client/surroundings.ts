import * as vscode from 'vscode';
import { yamlExtensionId } from './yaml-extension.ts';

/** What the server must know of VS Code, and what can change while it runs. */
export interface Surroundings {
  /** Whether the Red Hat YAML extension reports faults of the YAML itself. */
  readonly yamlCheckedElsewhere: boolean;
  readonly trusted: boolean;
}

export function surroundings(): Surroundings {
  return { yamlCheckedElsewhere: isYamlChecked(), trusted: vscode.workspace.isTrusted };
}

/** Calls back with every change. */
export function watchSurroundings(changed: (now: Surroundings) => void): vscode.Disposable {
  let last = JSON.stringify(surroundings());
  const look = (): void => {
    const now = surroundings();
    const text = JSON.stringify(now);
    if (text === last) return;
    last = text;
    changed(now);
  };
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(look),
    vscode.workspace.onDidGrantWorkspaceTrust(look),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml.validate')) look();
    }),
  );
}

/** It is activated by the language YAML, so where it is installed and enabled, it checks every descriptor that opens. */
function isYamlChecked(): boolean {
  if (vscode.extensions.getExtension(yamlExtensionId) === undefined) return false;
  return vscode.workspace.getConfiguration('yaml').get<boolean>('validate', true);
}
