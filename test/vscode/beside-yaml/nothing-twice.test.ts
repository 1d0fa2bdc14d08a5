import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, until } from '../suite/workspace.ts';

/** A word that Bartizan and the schema both know to be wrong, and a fault of the YAML itself. */
const faulty = `bartizan: 1
system: { name: Help desk }
boundaries:
  internet: { zone: external }
actors:
  customer: { kind: end-usr, within: internet }
system: { name: Help desk again }
`;

const sound = faulty.replace('end-usr', 'end-user').replace(/system: .*again }\n$/, '');

describe('beside the Red Hat YAML extension', () => {
  afterEach(closeAll);

  it('is a YAML language server that has the schema', async () => {
    const plain = await write('plain.yaml', faulty);
    await until('what the schema says', () => byWord(plain, 'end-usr').includes('YAML'));
    assert.deepEqual(byWord(plain, 'end-usr'), ['YAML']);
    assert.equal((await explanations(await write('plain.yaml', sound), 'kind')).length, 1);
    const values = await suggestions(await write('plain.yaml', sound), 'kind: ');
    assert.ok(values.includes('end-user'), values.join(', '));
  });

  it('says once what is wrong with a word, and what is wrong with the YAML', async () => {
    const descriptor = await write('unscreened.genai.yaml', faulty);
    await until('the fault of the YAML', () => from(descriptor, 'YAML').length > 0);
    await until('the wrong word', () => byWord(descriptor, 'end-usr').length > 0);
    await settled(descriptor);
    assert.deepEqual(byWord(descriptor, 'end-usr'), ['bartizan']);
    const messages = from(descriptor, 'YAML').map(({ message }) => message);
    assert.ok(
      messages.every((message) => message === 'Map keys must be unique'),
      messages.join('; '),
    );
    const lines = from(descriptor, 'YAML').map(({ range }) => range.start.line);
    const said = from(descriptor, 'bartizan').filter(({ range }) => lines.includes(range.start.line));
    assert.deepEqual(
      said.filter(({ code }) => JSON.stringify(code).includes('duplicate-key')),
      [],
    );
  });

  it('explains a word once', async () => {
    const descriptor = await write('unscreened.genai.yaml', sound);
    for (const word of ['system', 'internet', 'customer', 'kind', 'end-user']) {
      const shown = await explanations(descriptor, word);
      assert.equal(shown.length, 1, shown.join('\n---\n'));
    }
  });

  it('suggests a value, and a key, once', async () => {
    const descriptor = await write('unscreened.genai.yaml', sound);
    for (const before of ['kind: ', 'within: ', 'internet: { ', 'customer: { ']) {
      const labels = await suggestions(descriptor, before);
      assert.ok(labels.length > 0, before);
      assert.deepEqual(labels, [...new Set(labels)], before);
    }
  });
});

async function write(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await open(name);
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  return document;
}

function from(document: vscode.TextDocument, source: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => sourceOf(diagnostic) === source);
}

/** Who says something at the word; what the YAML server says by a schema names the schema too. */
function byWord(document: vscode.TextDocument, word: string): string[] {
  const at = positionOf(document, word);
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ range }) => range.contains(at) && range.isSingleLine)
    .map(sourceOf);
}

function sourceOf({ source }: vscode.Diagnostic): string {
  return source?.startsWith('yaml-schema') === true ? 'YAML' : (source ?? '');
}

/** The texts of the hovers; VS Code shows nothing for an empty one, which is what an unknown word gets. */
async function explanations(document: vscode.TextDocument, word: string): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, word),
  );
  return hovers.map(textOf).filter((text) => text.trim() !== '');
}

function textOf({ contents }: vscode.Hover): string {
  return contents
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))
    .join('\n');
}

async function suggestions(document: vscode.TextDocument, before: string): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    positionOf(document, before).translate(0, before.length),
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, text);
  return document.positionAt(offset);
}

/** The two servers answer in their own time: once both have spoken, neither has anything to add. */
async function settled(document: vscode.TextDocument): Promise<void> {
  let last = '';
  let calm = 0;
  await until('no more diagnostics', () => {
    const now = JSON.stringify(vscode.languages.getDiagnostics(document.uri));
    calm = now === last ? calm + 1 : 0;
    last = now;
    return calm >= 10;
  });
}
