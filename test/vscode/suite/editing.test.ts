import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, findingsOf, open, ruleOf, until } from './workspace.ts';

const RULE = 'unscreened-untrusted-prompt';

describe('editing', () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await open('unscreened.genai.yaml');
    await until('the first findings', () => findingsOf(document).length > 0);
  });
  afterEach(async () => {
    await vscode.workspace.getConfiguration('bartizan').update('rulesOff', undefined);
    await closeAll();
  });

  it('completes the controls that are missing here, with the reason', async () => {
    await replace('    autonomy: assists\n', '    autonomy: assists\n    controls:\n      \n');
    const at = document.positionAt(document.getText().indexOf('      \n') + 6);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
      undefined,
      5,
    );
    const item = list.items.find(({ label }) => label === 'prompt-injection-filter');
    assert.ok(item, `is among ${list.items.length} items`);
    assert.match(item.detail ?? '', /^closes/);
  });

  it('shows on hover what reaches an element', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('bot:')),
    );
    const contents = hovers.flatMap((hover) => hover.contents);
    const [only] = contents;
    assert.equal(contents.length, 1);
    assert.ok(only instanceof vscode.MarkdownString);
    assert.match(only.value, /\*\*bot\*\* — agent[^]*Trust: \*\*untrusted\*\*/);
  });

  it('goes to definitions, and renames an id everywhere', async () => {
    const at = document.positionAt(document.getText().indexOf('to: bot') + 5);
    const [definition] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    assert.ok(definition);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'helper',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText().match(/\bhelper\b/g)?.length, 2);
    assert.doesNotMatch(document.getText(), /\bbot\b/);
  });

  it('shows an outline by section', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const components = symbols.find(({ name }) => name === 'components');
    assert.deepEqual(
      components?.children.map(({ name, detail }) => `${name}: ${detail}`),
      ['bot: agent'],
    );
  });

  it('follows the settings at once', async () => {
    await until('the finding', () => findingsOf(document).some((finding) => ruleOf(finding) === RULE));
    await vscode.workspace.getConfiguration('bartizan').update('rulesOff', [RULE]);
    await until('the finding to go', () => !findingsOf(document).some((finding) => ruleOf(finding) === RULE));
  });

  it('goes on after a restart, and after a crash of the server', async () => {
    await vscode.commands.executeCommand('bartizan.restartServer');
    await until('findings after a restart', () => findingsOf(document).length > 0);
    const server = serverProcess();
    if (server === undefined) return; // where processes are not listed, a crash cannot be made
    process.kill(server, 'SIGKILL');
    await until('another server', () => ![undefined, server].includes(serverProcess()));
    await replace('kind: agent', 'kind: agnt');
    await until('findings after a crash', () =>
      findingsOf(document).some((finding) => ruleOf(finding) === 'unknown-value'),
    );
    // A second crash so soon is left at that, until the user says so.
    const another = serverProcess();
    assert.ok(another);
    process.kill(another, 'SIGKILL');
    await until('the server to be gone', () => serverProcess() === undefined);
    await vscode.commands.executeCommand('bartizan.restartServer');
    await replace('kind: agnt', 'kind: agnet');
    await until('findings after the user has started it', () =>
      findingsOf(document).some(({ message }) => message.includes('agnet')),
    );
  });

  async function replace(text: string, instead: string): Promise<void> {
    const start = document.getText().indexOf(text);
    assert.notEqual(start, -1, text);
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
    edit.replace(document.uri, range, instead);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }
});

/** The language server, a child of the extension host. */
function serverProcess(): number | undefined {
  try {
    const found = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'server.cjs'], {
      encoding: 'utf8',
    });
    return Number(found.trim().split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
