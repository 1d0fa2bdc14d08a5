import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import type { ReportAnswer } from '../../server/lsp/report-answer.ts';
import { chatbot } from '../features/chatbot.ts';
import { converse, type Conversation } from './conversation.ts';

const uri = 'file:///ws/designs/help%20desk.genai.yaml';

describe('the threat report over the protocol', () => {
  let talk: Conversation;
  let settings: object;
  beforeEach(async () => {
    settings = {};
    const capabilities = { workspace: { configuration: true, workspaceFolders: true } };
    talk = await converse(
      { capabilities, folders: ['file:///ws'] },
      { 'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => settings) },
    );
    await talk.open(uri, chatbot);
  });
  afterEach(() => talk.end());

  it('is a page with the diagram, and with every finding at its line', async () => {
    const page = await text('html');
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /<svg [^>]*data-theme="editor"/);
    const { findings } = JSON.parse(await text('json')) as { findings: { id: string; line: number }[] };
    assert.ok(findings.length > 0);
    for (const { id, line } of findings) {
      const row = page.slice(page.indexOf(`data-finding="${id}"`)).split('</tr>')[0] ?? '';
      assert.ok(row.includes(`data-line="${line}"`), `${id} at line ${line}`);
    }
  });

  it('is written in every form, each naming the file as the user knows it', async () => {
    assert.match(await text('markdown'), /^# .*\n[^]*```mermaid\n/);
    assert.match(await text('csv'), /^id,severity,[^]*,designs\/help desk\.genai\.yaml,/);
    assert.match(await text('json'), /"file": "designs\/help desk\.genai\.yaml"/);
    const { runs } = JSON.parse(await text('sarif')) as Log;
    assert.equal(runs[0]?.artifacts?.[0]?.location?.uri, 'designs/help%20desk.genai.yaml');
    assert.ok((runs[0].results ?? []).length > 0);
  });

  it('has the edition of the settings', async () => {
    settings = { edition: '2023' };
    await talk.tell('workspace/didChangeConfiguration', { settings: null });
    assert.match(await text('html'), /OWASP Top 10 for LLM applications 2023/);
  });

  it('is not sent again to one who has it', async () => {
    const first = await report({ format: 'html' });
    const second = await report({ format: 'html', have: first.hash });
    assert.deepEqual(second, { hash: first.hash, stale: false });
    await change(`${chatbot}\n# a remark`);
    assert.equal((await report({ format: 'html', have: first.hash })).text, undefined);
    await change(chatbot.replaceAll('kind: llm', 'kind: llm, title: Oracle'));
    assert.match((await report({ format: 'html', have: first.hash })).text ?? '', /Oracle/);
  });

  it('stays the last good one while the text cannot be read', async () => {
    const { hash } = await report({ format: 'html' });
    await change(`${chatbot}\nnotes: [`);
    assert.deepEqual(await report({ format: 'html', have: hash }), { hash, stale: true });
    assert.match((await report({ format: 'html' })).text ?? '', /this report is incomplete/);
  });

  it('is nothing for what is not open or not named', async () => {
    assert.equal(await talk.ask('bartizan/report', { uri: 'file:///ws/other.genai.yaml' }), null);
    assert.equal(await talk.ask('bartizan/report', { format: 'html' }), null);
  });

  let version = 1;
  const change = (content: string): Promise<void> => {
    version += 1;
    return talk.tell('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: content }],
    });
  };
  const report = (wish: object): Promise<ReportAnswer> => talk.ask('bartizan/report', { uri, ...wish });
  const text = async (format: string): Promise<string> => (await report({ format })).text ?? '';
});
