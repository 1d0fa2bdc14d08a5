import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/project.ts';
import { makeCliFolder, type CliFolder } from '../support/cli.ts';

const chatbot = fs.readFileSync(path.join(ROOT, 'examples/support-chatbot.genai.yaml'), 'utf8');

describe('bartizan check', () => {
  let folder: CliFolder;
  before(async () => (folder = await makeCliFolder()));
  after(() => folder.dispose());

  async function checked(text: string | Uint8Array, ...flags: readonly string[]) {
    folder.write('x.genai.yaml', text);
    return folder.run('check', 'x.genai.yaml', ...flags);
  }

  it('prints place, line with its caret, reasons and what would answer', async () => {
    const { status, out } = await checked(chatbot);
    assert.equal(status, 1);
    assert.match(out, /^x\.genai\.yaml:\d+:\d+: (critical|high|medium|low) [a-z-]+/m);
    assert.match(out, /^ +\d+ \| +bot:$/m);
    assert.match(out, /^ +\| +\^\^\^$/m);
    assert.match(out, /because: /);
    assert.match(out, /add: [a-z-]+/);
    assert.ok(!out.includes('\u001b'));
  });

  it('prints what programs read', async () => {
    const { out } = await checked(chatbot, '--format', 'json');
    const parsed: unknown = JSON.parse(out);
    assert.ok(typeof parsed === 'object' && parsed !== null && 'version' in parsed && 'summary' in parsed);
    assert.equal(parsed.version, 1);
  });

  it('fails only at or above the threshold', async () => {
    assert.equal((await checked(chatbot, '--fail-on', 'never')).status, 0);
    assert.equal((await checked(chatbot, '--fail-on', 'low')).status, 1);
  });

  it('judges acceptances on the day it is told', async () => {
    const before = await checked(chatbot, '--today', '2027-01-31', '--format', 'json');
    const after = await checked(chatbot, '--today', '2027-02-01', '--format', 'json');
    assert.match(before.out, /"status": "accepted"/);
    assert.doesNotMatch(after.out, /"status": "accepted"/);
    assert.match(after.out, /expired-acceptance/);
  });

  const faults: readonly [string, string | Uint8Array, RegExp, number][] = [
    ['a misspelt kind', chatbot.replace('kind: agent', 'kind: agnet'), /unknown-value.*"agnet".*agent/, 1],
    [
      'a dangling flow end',
      chatbot.replace('to: mailer', 'to: mailr'),
      /dangling-reference.*"mailr".*mailer/,
      1,
    ],
    ['a tab', chatbot.replace('  bot:\n    kind', '  bot:\n\tkind'), /:\d+:\d+: error yaml-syntax: .*tab/, 2],
    [
      'an unclosed quote',
      chatbot.replace('renders: markdown', 'renders: "markdown'),
      /error yaml-syntax: .*quoted/,
      2,
    ],
    ['an empty file', '', /x\.genai\.yaml:1:1: error/, 2],
    ['10 MB of brackets', '['.repeat(10_000_000), /x\.genai\.yaml:1:1: error yaml-syntax/, 2],
  ];
  for (const [name, text, message, expected] of faults) {
    it(`says what is wrong with ${name}`, async () => {
      const { status, out, err } = await checked(text);
      assert.match(out, message);
      assert.equal(status, expected);
      assert.doesNotMatch(out + err, /\n\s+at .*\.(ts|cjs):\d+/);
    });
  }

  it('refuses what is no text, and still checks the others', async () => {
    folder.write('good.genai.yaml', chatbot);
    folder.write('bad.genai.yaml', Uint8Array.of(0x62, 0xff, 0xfe, 0x62));
    folder.write('wide.genai.yaml', Buffer.from('\ufeffbartizan: 1', 'utf16le'));
    folder.write('unmarked.genai.yaml', Buffer.from('bartizan: 1', 'utf16le'));
    const { status, out, err } = await folder.run(
      'check',
      'nowhere.genai.yaml',
      'good.genai.yaml',
      'bad.genai.yaml',
      'wide.genai.yaml',
      'unmarked.genai.yaml',
    );
    assert.equal(status, 2);
    assert.match(out, /good\.genai\.yaml:\d+/);
    assert.match(err, /"bad\.genai\.yaml" is not valid UTF-8/);
    assert.match(err, /"wide\.genai\.yaml" is UTF-16/);
    assert.match(err, /"unmarked\.genai\.yaml" is UTF-16/);
    assert.match(err, /"nowhere\.genai\.yaml" is not there/);
  });

  it('prints nothing where nothing could be read: an empty result would read as a clean one', async () => {
    folder.write('bad.genai.yaml', Uint8Array.of(0xff));
    const { status, out } = await folder.run('check', 'bad.genai.yaml', '--format', 'sarif');
    assert.deepEqual([status, out], [2, '']);
  });

  it('refuses an option that no descriptor has', async () => {
    const text = chatbot.replace('system:\n', 'system:\n  options: { private-llm: {} }\n');
    const { status, err } = await checked(text, '--with', 'private-lm');
    assert.deepEqual(
      [status, err],
      [2, 'bartizan: no descriptor has an option "private-lm"; did you mean "private-llm"?\n'],
    );
    assert.equal((await checked(text, '--with', 'private-llm')).err, '');
  });

  it('refuses what is not there, and bad usage', async () => {
    assert.deepEqual(await folder.run('check', 'nowhere'), {
      status: 2,
      out: '',
      err: 'bartizan: "nowhere" is not there\n',
    });
    const usage = await folder.run('check', '--fail-on', 'severe');
    assert.equal(usage.status, 2);
    assert.match(usage.err, /severe/);
  });

  it('shows control characters of a descriptor as codes', async () => {
    const { out } = await checked(chatbot.replace('kind: agent', 'kind: "agnet\u202e"'));
    assert.doesNotMatch(out, /\u202e/);
    assert.match(out, /\\u\{202e\}/);
  });
});
