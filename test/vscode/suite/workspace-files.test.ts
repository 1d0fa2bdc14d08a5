import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, ruleOf, until } from './workspace.ts';

const sound = '# ours\noverrides:\n  unscreened-untrusted-prompt: off\n';
const faulty = sound.replace('untrusted', 'untrustd');

describe('files that nobody has open', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('bartizan').update('catalogs', undefined);
    await closeAll();
    // `.bartizan/catalog` stays: a folder that is made inside one that has just been made may never be watched.
    for (const made of ['.bartizan/catalog/ours.yaml', 'security']) {
      await vscode.workspace.fs.delete(uriOf(made), { recursive: true }).then(undefined, () => undefined);
    }
  });

  it('are checked, where they are descriptors, from when they come until they go', async () => {
    const file = 'added.genai.yaml';
    await vscode.workspace.fs.copy(uriOf('unscreened.genai.yaml'), uriOf(file));
    await until('the finding', () => rulesIn(uriOf(file)).includes('unscreened-untrusted-prompt'));
    await vscode.workspace.fs.delete(uriOf(file));
    await until('the findings to go', () => rulesIn(uriOf(file)).length === 0);
  });

  it('give their names to the symbols of the workspace', async () => {
    const symbols = await until('the symbol', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'customer',
      );
      return found.length > 0 && found;
    });
    const places = symbols.map(({ location }) => location.uri.path.replace(/.*\//, ''));
    assert.ok(places.includes('unscreened.genai.yaml'), places.join());
  });

  for (const [where, file] of [
    ['in the usual place', '.bartizan/catalog/ours.yaml'],
    ['where the settings say', 'security/ours.yaml'],
  ] as const) {
    it(`are judged by, and their faults shown, where they are catalogs ${where}`, async () => {
      const descriptor = await open('unscreened.genai.yaml');
      await vscode.workspace.getConfiguration('bartizan').update('catalogs', [file]);
      await write(file, faulty);
      await until('the fault of the catalog', () => vscode.languages.getDiagnostics(uriOf(file))[0]);
      await until('the finding', () => rulesIn(descriptor.uri).includes('unscreened-untrusted-prompt'));
      // The watcher of a folder that has just come may miss what happens there at once; one inside another, for good.
      const mending = setInterval(() => void write(file, sound), 2_000);
      await write(file, sound);
      await until('the fault to go', () => vscode.languages.getDiagnostics(uriOf(file)).length === 0).finally(
        () => clearInterval(mending),
      );
      await until('the finding to go', () => {
        const rules = rulesIn(descriptor.uri);
        return rules.length > 0 && !rules.includes('unscreened-untrusted-prompt');
      });
    });
  }

  it('count as they are typed, once they are open', async () => {
    const file = '.bartizan/catalog/ours.yaml';
    await write(file, faulty);
    await until('the fault of the catalog', () => vscode.languages.getDiagnostics(uriOf(file))[0]);
    const catalog = await open(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(catalog.uri, catalog.positionAt(faulty.indexOf('untrustd') + 'untrust'.length), 'e');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(catalog.isDirty);
    await until('the fault to go', () => vscode.languages.getDiagnostics(uriOf(file)).length === 0);
  });
});

function uriOf(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, file);
}

async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(file), new TextEncoder().encode(text));
}

function rulesIn(uri: vscode.Uri): readonly (string | undefined)[] {
  return vscode.languages.getDiagnostics(uri).map(ruleOf);
}
