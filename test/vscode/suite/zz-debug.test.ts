import * as vscode from 'vscode';
import { open } from './workspace.ts';
describe('debug', () => {
  it('debug', async () => {
    const ext = vscode.extensions.getExtension('bartizan.bartizan');
    console.log('ext', ext?.isActive, ext?.extensionKind, ext?.extensionUri.toString());
    await open('unscreened.genai.yaml');
    try { await ext?.activate(); } catch (e) { console.log('ERR', String(e), (e as Error).stack); }
    await new Promise((r) => setTimeout(r, 4000));
    console.log('active', ext?.isActive, JSON.stringify(vscode.languages.getDiagnostics().map(([u,d])=>[u.toString(), d.length])));
    await vscode.commands.executeCommand('bartizan.showOutput');
    for (const d of vscode.workspace.textDocuments) { console.log('doc', d.uri.toString(), d.languageId, d.uri.scheme==='output'||d.uri.scheme.includes('out') ? d.getText().slice(0,3000):''); }
    await new Promise((r) => setTimeout(r, 1000));
    for (const d of vscode.workspace.textDocuments) { console.log('doc', d.uri.toString(), d.languageId, d.uri.scheme.includes('output') ? d.getText().slice(0,3000):''); }
  });
});
