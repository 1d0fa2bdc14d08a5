import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsOf, open, ruleOf, until } from './workspace.ts';

const RULE = 'unscreened-untrusted-prompt';

/** So many are resolved: a server may work out a fix's edit only when it is asked for. */
const MOST_FIXES = 30;

function findingOf(document: vscode.TextDocument): vscode.Diagnostic | undefined {
  return findingsOf(document).find((finding) => ruleOf(finding) === RULE);
}

function quickFixesAt(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    MOST_FIXES,
  );
}

describe('findings', () => {
  afterEach(closeAll);

  it('shows a missing control on the line of the component, with its rule and a page to read', async () => {
    const document = await open('unscreened.genai.yaml');
    const finding = await until('the finding', () => findingOf(document));
    assert.equal(finding.source, 'bartizan');
    assert.ok(typeof finding.code === 'object', 'the rule has a page');
    assert.match(finding.code.target.toString(true), new RegExp(RULE));
    assert.match(document.lineAt(finding.range.start.line).text, /\bbot\b/);
  });

  it('keeps the language id of YAML', async () => {
    const document = await open('unscreened.genai.yaml');
    await until('the finding', () => findingOf(document));
    assert.equal(document.languageId, 'yaml');
  });

  it('offers a quick fix that closes the finding', async () => {
    const document = await open('unscreened.genai.yaml');
    const finding = await until('the finding', () => findingOf(document));
    const fixes = await until('a quick fix', async () => {
      const all = await quickFixesAt(document, finding);
      return all.length > 0 && all;
    });
    const fix = fixes.find(({ title }) => title.includes('prompt-injection-filter'));
    assert.ok(fix, `one of the fixes adds the control: ${fixes.map(({ title }) => title).join('; ')}`);
    assert.ok(fix.edit, 'the fix is an edit');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /prompt-injection-filter/);
    await until('the finding to go', () => findingOf(document) === undefined);
  });

  it('says nothing about a control that is in place', async () => {
    const screened = await open('screened.genai.yaml');
    await until('some finding', () => findingsOf(screened).length > 0);
    assert.equal(findingOf(screened), undefined);
  });

  it('leaves YAML alone that is not a descriptor', async () => {
    const plain = await open('plain.yaml');
    const other = await open('unscreened.genai.yaml');
    await until('the finding of the other file', () => findingOf(other));
    assert.deepEqual(findingsOf(plain), []);
  });

  if (process.env.SUITE_FAIL) {
    it('fails on purpose, to prove that a failure reaches the exit code', () => {
      assert.fail('SUITE_FAIL is set');
    });
  }
});
