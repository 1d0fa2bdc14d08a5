import assert from 'node:assert/strict';
import { chatbot, chatbotWith } from '../features/chatbot.ts';
import { analyzed } from '../features/some-analysis.ts';
import { analyze } from '../../server/analysis/analyze.ts';

const rule = 'unscreened-prompt';

describe('a comment that ignores a finding', () => {
  it('leaves the finding on the line below out', () => {
    assert.ok(rulesOf(chatbot).includes(rule));
    const text = above('bot', `# bartizan-ignore ${rule} -- the pilot has no users yet`);
    assert.ok(!rulesOf(text).includes(rule));
    assert.deepEqual(dead(text), []);
  });

  it('may stand among other comments, and in a file with CRLF', () => {
    const text = above('bot', `# bartizan-ignore ${rule} -- no users yet\n  # the help desk`);
    assert.deepEqual(dead(text.replaceAll('\n', '\r\n')), []);
  });

  it('is reported when it ignores nothing', () => {
    for (const [comment, said] of [
      [`# bartizan-ignore ${rule}`, /gives no reason/],
      [`# bartizan-ignore ${rule} --`, /gives no reason/],
      ['# bartizan-ignore', /names no rule/],
      ['# bartizan-ignore no-such-rule -- because', /there is no rule "no-such-rule"/],
    ] as const) {
      const text = above('bot', comment);
      assert.ok(rulesOf(text).includes(rule), comment);
      assert.match(dead(text).join(), said);
    }
    const elsewhere = above('claude', `# bartizan-ignore ${rule} -- because`);
    assert.match(dead(elsewhere).join(), /no finding of "unscreened-prompt" is open on the line below/);
  });

  it('is marked as a whole, and only it', () => {
    const comment = `# bartizan-ignore ${rule} -- because`;
    const text = above('claude', comment);
    const problem = analyzed(text).problems.find(({ code }) => code === 'dead-suppression');
    assert.equal(text.slice(problem?.span.start, problem?.span.end), comment);
  });

  it('does not speak of an accepted risk, which has its own reason', () => {
    const text = above('bot', '# bartizan-ignore unbounded-agent -- because');
    assert.ok(rulesOf(text).includes('unbounded-agent'));
    assert.equal(dead(text).length, 1);
  });

  it('is no comment inside a text of several lines', () => {
    const text = chatbotWith(
      '    kind: agent\n',
      `    kind: agent\n    description: |\n      # bartizan-ignore ${rule} -- an example\n      end\n`,
    );
    assert.deepEqual(dead(text), []);
  });

  it('is not reported while its rule is switched off', () => {
    const text = above('claude', `# bartizan-ignore ${rule} -- because`);
    const { catalog, options } = analyzed(text);
    const { problems } = analyze(text, catalog, { ...options, rulesOff: [rule] });
    assert.ok(problems.every(({ code }) => code !== 'dead-suppression'));
  });
});

function above(entry: string, comment: string): string {
  return chatbotWith(`  ${entry}:`, `  ${comment}\n  ${entry}:`);
}

function rulesOf(text: string): readonly string[] {
  return analyzed(text).findings.map((finding) => finding.rule);
}

function dead(text: string): readonly string[] {
  return analyzed(text).problems.flatMap(({ code, message }) =>
    code === 'dead-suppression' ? [message] : [],
  );
}
