import assert from 'node:assert/strict';
import { codeLensesOf } from '../../server/features/code-lens.ts';
import { inlayHintsOf } from '../../server/features/inlay-hints.ts';
import { chatbot, chatbotWith } from './chatbot.ts';
import { analyzed } from './some-analysis.ts';

describe('inlay hints', () => {
  it('show what is untrusted and what a flow crosses, right behind the name', () => {
    assert.deepEqual(hinted(chatbot), [
      '  customer:‹untrusted› { kind: end-user, within: internet, sign-up: open }',
      '  bot:‹untrusted›',
      '  claude:‹untrusted› { kind: llm, within: models, service: aws:bedrock, hosting: managed }',
      '  ask:‹crosses internet, account, backend› { from: customer, to: bot, purpose: prompt, carries: [question], returns: [reply] }',
      '  infer:‹crosses backend, account, models› { from: bot, to: claude, carries: [question], returns: [reply] }',
    ]);
  });

  it('show the computed trust beside a declared one that differs, and nothing where it is the same', () => {
    const declares = (trust: string): string =>
      chatbotWith('    kind: agent\n', `    kind: agent\n    trust: ${trust}\n`);
    assert.ok(hinted(declares('trusted')).includes('    trust: trusted‹computed: untrusted›'));
    assert.ok(!hinted(declares('untrusted')).some((line) => /bot:‹|trust: /.test(line)));
  });

  it('say why', () => {
    const hint = inlayHintsOf(analyzed(chatbot), { start: 0, end: chatbot.length })[1];
    assert.match(hint?.tooltip ?? '', /^untrusted, because "question" arrives by "ask"/);
  });

  it('are those of the part that is asked for', () => {
    const start = chatbot.indexOf('flows:');
    assert.equal(inlayHintsOf(analyzed(chatbot), { start, end: chatbot.length }).length, 2);
  });

  it('stand once at an entry with several ends', () => {
    const text = chatbotWith('infer: { from: bot, to: claude', 'infer: { from: [bot, customer], to: claude');
    assert.equal(hinted(text).filter((line) => line.includes('infer:‹crosses')).length, 1);
  });

  it('stand in every text that can be typed', () => {
    for (let end = 0; end <= chatbot.length; end += 7) hinted(chatbot.slice(0, end));
  });
});

describe('code lenses', () => {
  it('count open findings and layers of defence in each boundary', () => {
    assert.deepEqual(lenses(chatbot), [
      'internet: no open findings · no layers of defence',
      'account: 1 open finding · no layers of defence',
      'backend: 1 open finding · no layers of defence',
      'models: no open findings · no layers of defence',
    ]);
  });

  it('count controls that are in place, and no accepted risk', () => {
    const filtered = chatbotWith(
      '    within: backend\n',
      '    within: backend\n    controls: { prompt-injection-filter: implemented }\n',
    );
    assert.ok(lenses(filtered).includes('backend: no open findings · 1 layer of defence'));
  });
});

/** The lines with hints, each hint in its place. */
function hinted(text: string): readonly string[] {
  const hints = inlayHintsOf(analyzed(text), { start: 0, end: text.length });
  const shown = hints.reduceRight(
    (before, { offset, label }) => `${before.slice(0, offset)}‹${label}›${before.slice(offset)}`,
    text,
  );
  return shown.split('\n').filter((line) => line.includes('‹'));
}

function lenses(text: string): readonly string[] {
  return codeLensesOf(analyzed(text)).map(
    ({ span, title }) => `${text.slice(span.start, span.end)}: ${title}`,
  );
}
