import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import { chatbot } from '../features/chatbot.ts';
import { converse, until, uri, type Conversation, type Start } from './conversation.ts';

const pulls: Start = {
  capabilities: {
    textDocument: {
      diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    },
    workspace: { diagnostics: { refreshSupport: true }, configuration: true },
  },
};

describe('diagnostics over the protocol', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    talk.ask('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

  it('are handed out to a client that asks, with page, related places and id', async () => {
    talk = await converse(pulls, standard);
    await talk.open(uri, chatbot);
    const finding = itemsOf(await pull()).find(({ code }) => code === 'unscreened-prompt');
    assert.equal(finding?.source, 'bartizan');
    assert.equal(finding.severity, 2);
    assert.match(finding.codeDescription?.href ?? '', /\/docs\/rules\/unscreened-prompt\.md$/);
    assert.equal(finding.data, 'unscreened-prompt@bot');
    assert.equal(finding.relatedInformation?.[0]?.location.uri, uri);
    assert.ok(!talk.heard.some(({ method }) => method === 'textDocument/publishDiagnostics'));
  });

  it('are not sent again while they stay the same', async () => {
    talk = await converse(pulls, standard);
    await talk.open(uri, chatbot);
    const { resultId } = await pull();
    assert.equal((await pull(resultId)).kind, 'unchanged');
    await change(2, { line: 0, character: 0 }, '# a comment, and a line more\n');
    assert.equal((await pull(resultId)).kind, 'full');
  });

  it('follow changes of parts of the text', async () => {
    talk = await converse(pulls, standard);
    await talk.open(uri, chatbot);
    const line = chatbot.split('\n').indexOf('    within: backend');
    await change(2, { line, character: 0 }, '    controls: { prompt-injection-filter: implemented }\n');
    assert.ok(!itemsOf(await pull()).some(({ code }) => code === 'unscreened-prompt'));
  });

  it('are pushed to a client that does not ask, with nothing that it does not offer', async () => {
    talk = await converse();
    await talk.open(uri, chatbot);
    await change(2, { line: 0, character: 0 }, '#1\n');
    await change(3, { line: 0, character: 0 }, '#2\n');
    const sent = await until('diagnostics', () => published().find(({ version }) => version === 3));
    const versions = published().map(({ version }) => version ?? 0);
    assert.deepEqual(versions, versions.toSorted(), 'an older result never comes after a newer one');
    assert.ok(
      sent.diagnostics.every(
        ({ codeDescription, relatedInformation, data }) => !codeDescription && !relatedInformation && !data,
      ),
    );
  });

  it('are taken back when a file is closed', async () => {
    talk = await converse();
    await talk.open(uri, chatbot);
    await until('diagnostics', () => published().at(-1));
    await talk.tell('textDocument/didClose', { textDocument: { uri } });
    await until('no diagnostics', () => published().find(({ diagnostics }) => diagnostics.length === 0));
  });

  it('say nothing about YAML that is no descriptor', async () => {
    talk = await converse(pulls, standard);
    const other = 'file:///ws/compose.yaml';
    await talk.open(other, chatbot);
    const report: DocumentDiagnosticReport = await talk.ask('textDocument/diagnostic', {
      textDocument: { uri: other },
    });
    assert.deepEqual(itemsOf(report), []);
  });

  it('follow the settings without a restart, and ask the client to look again', async () => {
    let settings = {};
    talk = await converse(pulls, {
      ...standard,
      'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => settings),
    });
    await talk.open(uri, chatbot);
    await pull();
    settings = { rulesOff: ['unscreened-prompt'], severity: { low: 'off' } };
    const asked = refreshes();
    await talk.tell('workspace/didChangeConfiguration', { settings: null });
    await until('a refresh', () => (refreshes() > asked ? true : undefined));
    assert.ok(!itemsOf(await pull()).some(({ code }) => code === 'unscreened-prompt'));
  });

  it('take the settings that an editor sends without being asked', async () => {
    talk = await converse({ options: { settings: { severity: { high: 'error' } } } });
    await talk.open(uri, chatbot);
    const sent = await until('diagnostics', () => published().at(-1));
    assert.equal(sent.diagnostics.find(({ code }) => code === 'unscreened-prompt')?.severity, 1);
    await talk.tell('workspace/didChangeConfiguration', {
      settings: { bartizan: { severity: { high: 'off' } } },
    });
    await until('fewer diagnostics', () =>
      published().find(({ diagnostics }) => diagnostics.every(({ code }) => code !== 'unscreened-prompt')),
    );
  });

  it('leave faults of the YAML to another server while it is there', async () => {
    talk = await converse({ ...pulls, options: { yamlCheckedElsewhere: true } }, standard);
    await talk.open(uri, `${chatbot}flows: [\n`);
    assert.ok(!itemsOf(await pull()).some(({ code }) => code === 'yaml-syntax'));
    await talk.tell('bartizan/surroundings', { yamlCheckedElsewhere: false, trusted: true });
    assert.ok(itemsOf(await pull()).some(({ code }) => code === 'yaml-syntax'));
  });

  it('judge anew when the day changes', async () => {
    let today = '2026-11-24';
    talk = await converse({ ...pulls, today: () => today }, standard);
    await talk.open(uri, chatbot);
    assert.ok(!itemsOf(await pull()).some(({ code }) => code === 'unbounded-agent'));
    today = '2027-02-01';
    assert.ok(itemsOf(await pull()).some(({ code }) => code === 'expired-acceptance'));
  });

  function change(version: number, at: { line: number; character: number }, text: string): Promise<void> {
    return talk.tell('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  }

  function published(): readonly PublishDiagnosticsParams[] {
    return talk.heard.flatMap(({ method, params }) =>
      method === 'textDocument/publishDiagnostics' ? [params as PublishDiagnosticsParams] : [],
    );
  }

  function refreshes(): number {
    return talk.heard.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  }
});

const standard = {
  'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => null),
  'workspace/diagnostic/refresh': () => null,
};

function itemsOf(report: DocumentDiagnosticReport): readonly Diagnostic[] {
  assert.ok(report.kind === 'full');
  return report.items;
}
