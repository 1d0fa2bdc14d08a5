import * as vscode from 'vscode';
import { descriptorSelector, isDescriptor } from './descriptors.ts';

/** Shows beside the language how many findings and problems the descriptor in the editor has. */
export function showStatus(): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('bartizan.findings', descriptorSelector());
  item.name = 'Bartizan';
  item.command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isDescriptor(document)) return;
    const all = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'bartizan');
    item.text = all.length === 0 ? 'no findings' : inWords(all);
    item.detail = 'Bartizan';
    item.severity = worst(all);
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.languages.onDidChangeDiagnostics(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

const levels = [
  { severity: vscode.DiagnosticSeverity.Error, one: 'error', many: 'errors' },
  { severity: vscode.DiagnosticSeverity.Warning, one: 'warning', many: 'warnings' },
  { severity: vscode.DiagnosticSeverity.Information, one: 'notice', many: 'notices' },
  { severity: vscode.DiagnosticSeverity.Hint, one: 'hint', many: 'hints' },
] as const;

function inWords(all: readonly vscode.Diagnostic[]): string {
  return levels
    .flatMap(({ severity, one, many }) => {
      const count = all.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    })
    .join(', ');
}

function worst(all: readonly vscode.Diagnostic[]): vscode.LanguageStatusSeverity {
  const severities = new Set(all.map(({ severity }) => severity));
  if (severities.has(vscode.DiagnosticSeverity.Error)) return vscode.LanguageStatusSeverity.Error;
  if (severities.has(vscode.DiagnosticSeverity.Warning)) return vscode.LanguageStatusSeverity.Warning;
  return vscode.LanguageStatusSeverity.Information;
}
