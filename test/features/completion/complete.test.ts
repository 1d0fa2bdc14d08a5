import assert from 'node:assert/strict';
import { completionsAt } from '../../../server/features/completion/complete.ts';
import { withoutTabStops, type Suggestion } from '../../../server/features/completion/suggestion.ts';
import { applyEdits } from '../../../server/text/text-edit.ts';
import { chatbot, chatbotWith } from '../chatbot.ts';
import { analyzed, atCursor } from '../some-analysis.ts';

describe('completion', () => {
  describe('of keys', () => {
    it('offers in a block what is required, what is assumed, then the rest', () => {
      const source = chatbotWith('    within: backend\n', '    within: backend\n    $0\n');
      assert.deepEqual(labels(source).slice(0, 2), ['autonomy', 'zone']);
      assert.equal(suggestion(source, 'autonomy').detail, 'now assumed: autonomous');
      assert.ok(!labels(source).includes('kind'), 'what is there is not offered again');
    });

    it('writes a key with the place of its value', () => {
      inserts(
        chatbotWith('    kind: agent\n', '    kind: agent\n    au$0\n'),
        'autonomy',
        '    autonomy: $0\n',
      );
      inserts(chatbotWith('hosting: managed', '$0'), 'hosting', 'service: aws:bedrock, hosting: $0 }');
      inserts(
        chatbotWith('hosting: managed', 'trained$0'),
        'trained-on',
        'aws:bedrock, trained-on: [$1]$0 }',
      );
    });

    it('opens controls on lines of their own in a block, and in braces inside braces', () => {
      const block = chatbotWith('    kind: agent\n', '    kind: agent\n    $0\n');
      assert.equal(suggestion(block, 'controls').snippet, 'controls:\n  $0');
      assert.equal(
        suggestion(chatbotWith('hosting: managed', '$0'), 'controls').snippet,
        'controls: { $1 }$0',
      );
    });

    it('puts the blank behind a comma or a brace where it is missing', () => {
      inserts(chatbotWith('hosting: managed }', 'hosting: managed,$0 }'), 'origin', 'managed, origin: $0 }');
      inserts(chatbotWith('{ kind: llm,', '{$0,'), 'kind', 'claude: { kind: $0,');
    });

    it('begins with the version, and offers the sections to a file of comments', () => {
      assert.deepEqual(
        completionsAt(analyzed('# Ours\n'), 7, []).items.map(({ label }) => label)[0],
        'bartizan',
      );
    });

    it('offers a switch of the deployment', () => {
      const source = chatbotWith('options: { pilot: false }', 'options: { $0 }');
      assert.equal(withoutTabStops(suggestion(source, 'option').snippet), 'pilot: false');
    });

    it('changes only the word before a colon that is there', () => {
      inserts(chatbotWith('    within: backend\n', '    wi$0: backend\n'), 'within', '    within: backend\n');
    });

    it('knows the sections, those first that nearly every system has', () => {
      assert.deepEqual(labels('bartizan: 1\n$0').slice(0, 3), ['system', 'boundaries', 'actors']);
    });

    it('knows the parameters of a control', () => {
      const source = chatbotWith(
        '    within: backend\n',
        '    within: backend\n    controls:\n      prompt-injection-filter: { status: implemented, params: { $0 } }\n',
      );
      assert.deepEqual(labels(source), ['threshold']);
    });
  });

  describe('of values', () => {
    it('offers the words of a key with what sets them apart', () => {
      const source = chatbotWith('    kind: agent\n', '    kind: agent\n    autonomy: $0\n');
      assert.deepEqual(labels(source), ['assists', 'asks-first', 'autonomous', 'scheduled', 'unknown']);
      assert.equal(suggestion(source, 'assists').detail, 'Only proposes.');
    });

    it('puts the blank behind the colon that is missing', () => {
      inserts(chatbotWith('kind: agent', 'kind:$0'), 'orchestrator', '    kind: orchestrator\n');
    });

    it('offers kinds that belong into the boundary first', () => {
      assert.deepEqual(labels(chatbotWith('kind: llm', 'kind: $0')).slice(0, 2), ['llm', 'embedding-model']);
    });

    it('offers no word of a list twice', () => {
      const words = labels(chatbotWith('tags: [pii]', 'tags: [pii, $0]'));
      assert.ok(!words.includes('pii'));
      assert.ok(words.includes('phi'));
    });

    it('offers days from today on', () => {
      const source = chatbotWith('expires: 2027-01-31', 'expires: $0');
      assert.deepEqual(labels(source).slice(0, 2), ['2027-02-22', '2026-12-24']);
    });

    it('offers products that can be of the kind, in one word with their platform', () => {
      assert.deepEqual(labels(chatbotWith('service: aws:bedrock', 'service: $0')), ['aws:bedrock']);
      inserts(chatbotWith('service: aws:bedrock', 'service: aws:l$0'), 'aws:lambda', 'service: aws:lambda,');
    });

    it('offers the means of the platform where something implements a control', () => {
      const source = chatbotWith(
        '    within: backend\n',
        '    within: backend\n    controls:\n      prompt-injection-filter: { status: implemented, by: $0 }\n',
      );
      assert.deepEqual(labels(source), ['aws:bedrock-guardrails']);
    });
  });

  describe('of ids', () => {
    it('offers boundaries whose zone fits first', () => {
      const source = chatbotWith('    within: backend\n', '    within: $0\n');
      assert.deepEqual(labels(source).slice(0, 1), ['backend']);
      assert.equal(suggestion(source, 'backend').detail, 'application: fits agent');
    });

    it('offers no boundary inside itself', () => {
      assert.ok(!labels(chatbotWith('environment }', 'environment, within: $0 }')).includes('backend'));
    });

    it('offers for the end of a flow what is usual', () => {
      assert.equal(labels(chatbotWith('to: claude', 'to: $0'))[0], 'claude');
      assert.ok(!labels(chatbotWith('to: claude', 'to: $0')).includes('bot'), 'nothing calls itself');
    });

    it('offers for what a flow carries what is already at its source', () => {
      const source = chatbotWith('to: claude, carries: [question]', 'to: claude, carries: [$0]');
      assert.equal(suggestion(source, 'question').detail, 'already at bot');
      assert.ok(
        !labels(
          chatbotWith(
            'carries: [question], returns: [reply] }\n  infer',
            'carries: [question, $0], returns: [reply] }\n  infer',
          ),
        ).includes('question'),
      );
    });

    it('works after a dash', () => {
      const source = chatbotWith(
        'flows:\n',
        'flows:\n  tell:\n    from: bot\n    to: customer\n    carries:\n      - $0\n',
      );
      assert.deepEqual(labels(source), ['question', 'reply']);
    });

    it('works in a map that is not closed yet', () => {
      assert.deepEqual(
        labels(
          chatbot.replace('carries: [question], returns: [reply] }\naccepted', 'carries: [$0\naccepted'),
        ),
        ['question', 'reply'],
      );
    });

    it('offers identities, options and what an option hangs on', () => {
      assert.deepEqual(labels(chatbotWith('runs-as: bot-role', 'runs-as: $0')), ['bot-role']);
      assert.deepEqual(labels(chatbotWith('hosting: managed', 'when: $0')), ['pilot']);
      const flow = chatbotWith('purpose: prompt,', 'identity: $0,');
      assert.deepEqual(labels(flow), ['bot-role', 'end-user']);
    });
  });

  describe('of controls', () => {
    const open = chatbotWith('    within: backend\n', '    within: backend\n    controls:\n      $0\n');

    it('offers those that answer a finding here, with the reason', () => {
      assert.deepEqual(labels(open), ['prompt-injection-filter']);
      assert.equal(suggestion(open, 'prompt-injection-filter').detail, 'closes: Prompts are not screened');
      assert.ok(completionsAt(atCursor(open).analysis, atCursor(open).offset).incomplete);
    });

    it('offers any other that may stand here once something is typed', () => {
      const typed = open.replace('$0', 'ex$0');
      assert.deepEqual(labels(typed), ['prompt-injection-filter', 'execution-budget']);
    });

    it('writes the control with a choice of status', () => {
      const item = suggestion(open, 'prompt-injection-filter');
      assert.equal(item.snippet, 'prompt-injection-filter: ${1|implemented,planned,partial,absent|}$0');
      assert.equal(withoutTabStops(item.snippet), 'prompt-injection-filter: implemented');
    });

    it('puts braces around the first one behind the colon', () => {
      const source = chatbotWith('    within: backend\n', '    within: backend\n    controls: $0\n');
      const { snippet } = suggestion(source, 'prompt-injection-filter');
      assert.equal(withoutTabStops(snippet), '{ prompt-injection-filter: implemented }');
    });

    it('writes the name alone in a list', () => {
      const list = chatbotWith('    within: backend\n', '    within: backend\n    controls: [$0]\n');
      assert.equal(suggestion(list, 'prompt-injection-filter').snippet, 'prompt-injection-filter');
    });

    it('offers the status in short and in long form', () => {
      const source = open.replace('$0', 'execution-budget: $0');
      assert.ok(labels(source).includes('absent'));
      assert.match(
        suggestion(source, 'planned, by whom and when').snippet,
        /due: \$\{2:2027-02-22\}\$3 \}\$0$/,
      );
    });
  });

  describe('of whole entries', () => {
    it('offers patterns in an empty file', () => {
      assert.deepEqual(labels('# Our system\n$0').slice(0, 1), ['genai-chatbot']);
    });

    it('offers whole lines for calls that nobody has drawn', () => {
      const source = chatbot.replace(/flows:[^]*accepted/, 'flows:\n  $0\naccepted');
      assert.deepEqual(labels(source), ['ask: customer → bot', 'infer: bot → claude', 'flow']);
      assert.equal(
        withoutTabStops(suggestion(source, 'infer: bot → claude').snippet),
        'infer: { from: bot, to: claude, carries: [question], returns: [reply] }',
      );
    });

    it('writes the format of an answer that is shown to people', () => {
      const source = chatbot
        .replace('  bot:\n', '  chat: { kind: chat-ui, within: backend, renders: html }\n  bot:\n')
        .replace(/flows:[^]*accepted/, 'flows:\n  $0\naccepted');
      assert.match(
        withoutTabStops(suggestion(source, 'ask: customer → chat').snippet),
        /purpose: prompt, carries: \[question\], returns: \{ carries: \[reply\], format: html \} \}$/,
      );
    });

    it('offers the body of an entry that has its name', () => {
      const actor = chatbotWith('actors:\n', 'actors:\n  clerk:$0\n');
      inserts(actor, 'administrator', '  clerk: { kind: administrator, within: ');
      const flow = chatbot.replace(/flows:[^]*accepted/, 'flows:\n  tell: $0\naccepted');
      assert.deepEqual(labels(flow), ['customer → bot', 'bot → claude', 'flow']);
      assert.equal(
        withoutTabStops(suggestion(flow, 'bot → claude').snippet),
        '{ from: bot, to: claude, carries: [question], returns: [reply] }',
      );
      assert.deepEqual(labels(chatbotWith('data:\n', 'data:\n  note: $0\n')), [
        'classification',
        'classification and tags',
      ]);
      assert.ok(labels(chatbotWith('boundaries:\n', 'boundaries:\n  lab: $0\n')).includes('organization'));
    });

    it('offers what is usually said of a kind, the worst that may be assumed first', () => {
      const source = chatbotWith('components:\n', 'components:\n  $0\n');
      assert.match(
        suggestion(source, 'agent').snippet,
        /^\$\{1:bot-2\}: \{ kind: agent, within: .*, autonomy: \$\{3\|autonomous,assists,.*\|\}\$4 \}\$0$/,
      );
    });

    it('offers what is named and not there yet', () => {
      const source = chatbotWith('data:\n', 'data:\n  $0\n').replace('returns: [reply]', 'returns: [answer]');
      assert.equal(labels(source)[0], 'answer');
    });

    it('offers components with the boundary they belong into', () => {
      const source = chatbotWith('components:\n', 'components:\n  $0\n');
      assert.match(
        suggestion(source, 'tool').snippet,
        /^\$\{1:tool\}: \{ kind: tool, within: \$\{2\|backend,/,
      );
    });

    it('offers the open findings to be accepted', () => {
      assert.deepEqual(labels(`${chatbot}  $0`), ['unscreened-prompt@bot']);
    });
  });

  it('offers in a comment that ignores what is found on the line below', () => {
    const source = chatbotWith('  bot:\n', '  # bartizan-ignore uns$0\n  # ours\n  bot:\n');
    assert.deepEqual(labels(source), ['unscreened-prompt']);
    inserts(
      source,
      'unscreened-prompt',
      '# bartizan-ignore unscreened-prompt -- ${1:say why this is no fault here}\n',
    );
    assert.deepEqual(labels(chatbotWith('  claude: {', '  # bartizan-ignore $0\n  claude: {')), []);
  });

  it('says nothing in comments, quotes and free text', () => {
    for (const source of [
      chatbotWith('data:\n', '# $0\ndata:\n'),
      chatbotWith('name: Help desk', 'name: "Help $0"'),
      chatbotWith('name: Help desk', 'name: Help $0'),
      `${chatbot}$0`.replace('accepted-risks:', 'x-ours:\n  here: $0\naccepted-risks:').replace(/\$0$/, ''),
    ]) {
      assert.deepEqual(labels(source), []);
    }
  });

  it('takes a descriptor from nothing to a system that reads without a problem', () => {
    const { text } = chosen('$0', 'genai-chatbot');
    const { problems } = analyzed(
      text.replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:([^}]*)\}|\$0/g, '$1$2'),
    );
    assert.deepEqual(
      problems.filter(({ severity, code }) => severity === 'error' && code !== 'unknown-control'),
      [],
    );
  });
});

function labels(source: string): readonly string[] {
  const { analysis, offset } = atCursor(source);
  return completionsAt(analysis, offset).items.map(({ label }) => label);
}

function suggestion(source: string, label: string): Suggestion {
  const { analysis, offset } = atCursor(source);
  const { items } = completionsAt(analysis, offset);
  const found = items.find((item) => item.label === label);
  assert.ok(found, `"${label}" is among ${items.map((item) => item.label).join(', ')}`);
  return found;
}

function chosen(source: string, label: string): { readonly text: string } {
  const { snippet, replace } = suggestion(source, label);
  return { text: applyEdits(atCursor(source).analysis.text, [{ span: replace, newText: snippet }]) };
}

/** Holds when the text says this after the suggestion was taken. */
function inserts(source: string, label: string, after: string): void {
  const { text } = chosen(source, label);
  assert.ok(text.includes(after), `after "${label}":\n${text}`);
}
