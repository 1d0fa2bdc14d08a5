import assert from 'node:assert/strict';
import { diagnosticsOf, usualSeverity, type MarkOptions } from '../../server/features/diagnostics.ts';
import { fixEverything } from '../../server/features/fix-everything.ts';
import { fixesAt } from '../../server/features/fixes-at.ts';
import { applyEdits } from '../../server/text/text-edit.ts';
import { assertMarks } from '../support/fixture.ts';
import { chatbot, chatbotWith } from './chatbot.ts';
import { analyzed, atCursor } from './some-analysis.ts';

const usual: MarkOptions = { severity: usualSeverity, yamlCheckedElsewhere: false };

describe('diagnostics', () => {
  it('show findings and problems where they can be mended, and no accepted risk', () => {
    const text = chatbot.replace(
      '  bot:\n',
      `  bot:
# ^^^ hint unsaid-facts: say for "bot": autonomy
# ^^^ warning unscreened-prompt: nothing looks for instructions in what "customer" sends to "bot"; declare "prompt-injection-filter"
`,
    );
    assertMarks(text, marks(text));
  });

  it('are one step milder for what is planned', () => {
    const planned = chatbotWith(
      '    within: backend\n',
      '    within: backend\n    controls: { prompt-injection-filter: planned }\n',
    );
    const mark = marks(planned).find(({ code }) => code === 'unscreened-prompt');
    assert.equal(mark?.severity, 'information');
    assert.match(mark.message, /\(planned, not yet in place\)/);
  });

  it('are as loud as the settings say, or hidden', () => {
    const severity = { ...usualSeverity, high: 'error', low: 'off' } as const;
    const [finding] = diagnosticsOf(analyzed(chatbot), { ...usual, severity }).filter(
      ({ target }) => 'finding' in target,
    );
    assert.equal(finding?.loudness, 'error');
    const hidden = { ...usualSeverity, high: 'off' } as const;
    const codes = diagnosticsOf(analyzed(chatbot), { ...usual, severity: hidden }).map(({ code }) => code);
    assert.deepEqual(codes, ['unsaid-facts']);
  });

  it('leave faults of the YAML to somebody else who checks it', () => {
    const broken = `${chatbot}data: {}\nflows: [\n`;
    const codes = (yamlCheckedElsewhere: boolean): readonly string[] =>
      diagnosticsOf(analyzed(broken), { ...usual, yamlCheckedElsewhere }).map(({ code }) => code);
    assert.ok(codes(false).includes('yaml-syntax') && codes(false).includes('duplicate-key'));
    assert.ok(!codes(true).includes('yaml-syntax') && !codes(true).includes('duplicate-key'));
  });

  it('come with the facts that matched as related places', () => {
    const finding = diagnosticsOf(analyzed(chatbot), usual).find(({ code }) => code === 'unscreened-prompt');
    assert.ok(finding?.related.some(({ text }) => text.includes('anybody may sign up')));
  });
});

describe('fixes at the cursor', () => {
  it('offer the best of the loudest mark first', () => {
    const { analysis, offset } = atCursor(chatbot.replace('  bot:\n', '  b$0ot:\n'));
    const offers = fixesAt(analysis, diagnosticsOf(analysis, usual), { start: offset, end: offset });
    const titles = offers.map(({ fix }) => fix.title);
    assert.match(titles[0] ?? '', /"prompt-injection-filter" as implemented on "bot"/);
    assert.match(titles[1] ?? '', /Plan "prompt-injection-filter" on "bot"/);
    assert.ok(
      titles.slice(2, 4).some((title) => title.includes('autonomy')),
      titles.slice(0, 4).join('; '),
    );
  });

  it('offer nothing beside the marks', () => {
    const { analysis, offset } = atCursor(chatbotWith('name: Help', 'name: $0Help'));
    assert.deepEqual(fixesAt(analysis, diagnosticsOf(analysis, usual), { start: offset, end: offset }), []);
  });
});

describe('fixing everything', () => {
  it('makes the safe corrections and no other', () => {
    const slips = chatbotWith('kind: agent', 'kind: agnt').replace('runs-as:', 'run-as:');
    assert.equal(applyEdits(slips, fixEverything(analyzed(slips), analyzed)), chatbot);
  });

  it('goes on with what only the new text allows, in whole lines', () => {
    const slips = chatbot.replace('    kind: agent\n', '    knd: agnt\n').replaceAll('\n', '\r\n');
    const edits = fixEverything(analyzed(slips), analyzed);
    assert.equal(applyEdits(slips, edits), chatbot.replaceAll('\n', '\r\n'));
    for (const { span } of edits) {
      assert.notEqual(slips[span.start - 1], '\r');
      assert.notEqual(slips[span.end - 1], '\r');
    }
  });

  it('leaves a clean text alone', () => {
    assert.deepEqual(fixEverything(analyzed(chatbot), analyzed), []);
  });
});

function marks(text: string) {
  return diagnosticsOf(analyzed(text), usual).map(({ loudness, code, message, span }) => ({
    severity: loudness,
    code,
    message,
    span,
    fixes: [],
  }));
}
