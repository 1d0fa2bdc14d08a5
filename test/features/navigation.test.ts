import assert from 'node:assert/strict';
import { definitionsAt, mentionsAt, renamableAt, renameAt } from '../../server/features/navigation.ts';
import { applyEdits } from '../../server/text/text-edit.ts';
import { chatbot, chatbotWith } from './chatbot.ts';
import { atCursor } from './some-analysis.ts';

describe('navigation', () => {
  it('leads from every mention to the definition', () => {
    for (const [mention, definition] of [
      ['runs-as: bot$0-role', 'bot-role: { kind'],
      ['within: back$0end\n', 'backend: {'],
      ['from: $0bot', 'bot:\n'],
      ['carries: [question$0], returns: [reply] }\naccepted', 'question: {'],
      ['returns: [rep$0ly] }\naccepted', 'reply: {'],
      ['unbounded-agent@$0bot', 'bot:\n'],
      ['unbounded$0-agent@bot', 'bot:\n'],
    ] as const) {
      const { analysis, offset } = atCursor(chatbotWith(mention.replace('$0', ''), mention));
      const starts = definitionsAt(analysis.tree, offset).map(({ name }) => analysis.text.slice(name.start));
      assert.equal(starts.length, 1, mention);
      assert.ok(starts[0]?.startsWith(definition), `${mention} leads to ${String(starts[0]?.slice(0, 20))}`);
    }
  });

  it('leads from a risk of the whole system to the system', () => {
    const { analysis, offset } = atCursor(chatbotWith('unbounded-agent@bot', 'unbounded-agent@sys$0tem'));
    const [system] = definitionsAt(analysis.tree, offset);
    assert.equal(system && analysis.text.slice(system.name.start, system.name.end), 'system');
  });

  it('finds every mention of an id, and of nothing else that is spelt the same', () => {
    const same = chatbotWith('reply: { classification', 'bot: { classification');
    const { analysis, offset } = atCursor(same.replace('  bot:\n', '  b$0ot:\n'));
    const lines = mentionsAt(analysis.tree, offset).map(({ span }) => lineAt(analysis.text, span.start));
    assert.deepEqual(lines, [
      '  bot:',
      '  ask: { from: customer, to: bot, purpose: prompt, carries: [question], returns: [reply] }',
      '  infer: { from: bot, to: claude, carries: [question], returns: [reply] }',
      '  unbounded-agent@bot: { reason: a pilot, owner: me@example.com, expires: 2027-01-31 }',
    ]);
  });

  it('finds every statement about a control', () => {
    const source = chatbotWith('hosting: managed', 'controls: [prompt-injection-filter]').replace(
      'purpose: prompt',
      'controls: { prompt-inj$0ection-filter: planned }',
    );
    const { analysis, offset } = atCursor(source);
    assert.equal(mentionsAt(analysis.tree, offset).length, 2);
  });

  it('renames an id everywhere, accepted risks included, and changes nothing else', () => {
    assert.equal(
      renamed(chatbot.replace('  bot:\n', '  b$0ot:\n'), 'helper'),
      chatbot
        .replace('  bot:\n', '  helper:\n')
        .replace('to: bot', 'to: helper')
        .replace('from: bot', 'from: helper')
        .replace('agent@bot', 'agent@helper'),
    );
  });

  it('keeps the quotes of a name', () => {
    const quoted = chatbot
      .replace('from: bot,', `from: 'bot',`)
      .replace('  unbounded-agent@bot:', '  "unbounded-agent@bot":');
    const after = renamed(quoted.replace('  bot:\n', '  bot$0:\n'), 'helper');
    assert.ok(after.includes(`from: 'helper',`));
    assert.ok(after.includes('"unbounded-agent@helper":'));
  });

  it('renames options and data', () => {
    assert.ok(
      renamed(chatbotWith('pilot: false', 'pi$0lot: false'), 'trial').includes('options: { trial: false }'),
    );
    const data = renamed(chatbotWith('  reply: {', '  re$0ply: {'), 'answer');
    assert.equal(data.match(/answer/g)?.length, 3);
  });

  it('refuses a name that is taken or no id', () => {
    const source = chatbot.replace('  bot:\n', '  b$0ot:\n');
    assert.match(refusal(source, 'claude'), /already something named "claude"/);
    assert.match(refusal(source, 'My Bot'), /"My Bot" is no id/);
    assert.match(refusal(chatbotWith('kind: agent', 'kind: ag$0ent'), 'x'), /nothing here has a name/);
  });

  it('renames nothing that the catalog or the vocabulary names', () => {
    for (const source of [
      chatbotWith('hosting: managed', 'controls: [prompt-inj$0ection-filter]'),
      chatbotWith('kind: agent', 'ki$0nd: agent'),
      chatbotWith('purpose: prompt', 'identity: end-us$0er'),
    ]) {
      const { analysis, offset } = atCursor(source);
      assert.equal(renamableAt(analysis.tree, offset), undefined, source);
    }
  });
});

function renamed(source: string, newName: string): string {
  const { analysis, offset } = atCursor(source);
  const renaming = renameAt(analysis.tree, offset, newName);
  assert.ok(renaming.type === 'edits');
  return applyEdits(analysis.text, renaming.edits);
}

function refusal(source: string, newName: string): string {
  const { analysis, offset } = atCursor(source);
  const renaming = renameAt(analysis.tree, offset, newName);
  return renaming.type === 'refused' ? renaming.reason : '';
}

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset));
}
