import assert from 'node:assert/strict';
import { hoverInCatalog } from '../../../server/features/hover/catalog-hover.ts';
import { hoverAt } from '../../../server/features/hover/hover.ts';
import { chatbotWith } from '../chatbot.ts';
import { atCursor } from '../some-analysis.ts';

const options = { edition: '2025', docsBase: 'https://docs.example' } as const;

describe('hover', () => {
  it('tells of an element its kind, its trust with the reason, its data and its findings', () => {
    shows('  bot:\n', '  b$0ot:\n', [
      '**bot** — agent',
      'A program in which the model chooses the steps.',
      'Trust: **untrusted**, because "question" arrives by "ask"',
      'Data here: `question`, `reply`',
      'Up to `confidential`',
      'Within `backend`, `account`',
    ]);
  });

  it('does not repeat what is marked at the same place', () => {
    assert.doesNotMatch(hover('  bot:\n', '  b$0ot:\n'), /nothing looks for instructions/);
  });

  it('tells of a flow what it is for, what it crosses and what goes along', () => {
    shows('  infer:', '  in$0fer:', [
      '**infer** — bot → claude',
      'Purpose: `inference` (follows from the kinds)',
      'Crosses `backend`, `account`, `models`',
      'Carries `question`',
      'Returns `reply`',
    ]);
  });

  it('tells of a boundary what it holds and how much of what is required there is met', () => {
    shows('  backend: {', '  back$0end: {', [
      '**backend** — application',
      'Holds `bot`',
      '0 of 2 requirements met',
    ]);
  });

  it('tells the same where an id is only mentioned', () => {
    shows('to: claude', 'to: clau$0de', ['**claude** — llm']);
    shows('to: bot', 'to: b$0ot', ['high: nothing looks for instructions in what "customer" sends to "bot"']);
    shows('within: models', 'within: mod$0els', ['**models** — model']);
    shows('[question], returns: [reply] }\n  infer', '[ques$0tion], returns: [reply] }\n  infer', [
      'Classification: confidential, pii',
      'Reaches `bot`, `claude`',
    ]);
    shows('runs-as: bot-role', 'runs-as: bot-r$0ole', ['Acts for `bot`', 'privilege: `narrow`']);
  });

  it('tells of a control how to do it on this platform, how to verify it and against what it helps', () => {
    shows('hosting: managed', 'controls: { prompt-in$0jection-filter: planned }', [
      '**Prompt injection filter** — probabilistic preventive',
      'How on AWS',
      'Switch `promptAttack` on. (`aws:bedrock-guardrails`)',
      'Send a known injection; it is refused.',
      'Prompt injection (`LLM01:2025`)',
      '[More on this control](https://docs.example/controls/prompt-injection-filter.md)',
    ]);
  });

  it('tells of all calls of one entry together', () => {
    shows('flows:\n', 'flows:\n  tel$0l: { from: bot, to: [claude, customer], carries: [reply] }\n', [
      '**tell** — bot → claude, customer',
      'Crosses `backend`, `account`, `models`, `internet`',
      'Carries `reply` (',
    ]);
  });

  it('says which option something hangs on, and what hangs on an option', () => {
    const off = 'within: models, when: pilot,';
    shows('within: models,', off, '  claude: {', '  cla$0ude: {', ['Not there while `pilot` is off']);
    shows('within: models,', off, 'pilot: false', 'pil$0ot: false', [
      'Judged here as `off`',
      'There only while it is on: `claude`',
    ]);
  });

  it('tells of the rule that a comment ignores, and of risks by their OWASP ids', () => {
    shows('  bot:\n', '  # bartizan-ignore unscreened-$0prompt -- because\n  bot:\n', [
      '**Prompts are not screened** — `unscreened-prompt`, high',
    ]);
    const risk = ['**Prompt injection** — risk `prompt-injection`', '- 2025: `LLM01:2025`'];
    shows('  bot:\n', '  # mind LLM$001:2025.\n  bot:\n', risk);
    shows('  bot:\n', '  # mind LLM$001: prompts\n  bot:\n', risk);
  });

  it('tells in a file of a catalog what its words mean', () => {
    const text = 'overrides:\n  unscreened-prompt: off\n# against prompt-injection by execution-budget\n';
    const { analysis } = atCursor('$0');
    const told = (word: string): string | undefined =>
      hoverInCatalog(text, text.indexOf(word) + 3, analysis, options)?.markdown.split('\n')[0];
    assert.equal(told('unscreened-prompt'), '**Prompts are not screened** — `unscreened-prompt`, high');
    assert.equal(told('prompt-injection'), '**Prompt injection** — risk `prompt-injection`');
    assert.equal(told('execution-budget'), '**Execution budget** — deterministic preventive');
    assert.equal(told('against'), undefined);
  });

  it('tells of an accepted risk what it is about', () => {
    shows('unbounded-agent@bot', 'unbounded$0-agent@bot', [
      'medium, accepted: nothing ends a run of "bot"',
      '**Agent without end** — `unbounded-agent`, medium',
      'Answered by `execution-budget`',
      'Unbounded consumption (`LLM10:2025`)',
    ]);
  });

  it('tells what words of the language mean', () => {
    shows('kind: agent', 'ki$0nd: agent', ['**kind** — What it is.']);
    shows('kind: agent', 'kind: ag$0ent', ['**agent** — A program in which the model chooses the steps.']);
    shows('boundaries:\n', 'bound$0aries:\n', ['Trust boundaries: where the controls or the trust change.']);
    shows('service: aws:bedrock', 'service: aws:bed$0rock', ['**Amazon Bedrock**']);
    shows('pilot: false', 'pil$0ot: false', ['Judged here as `off`']);
  });

  it('shows what users write as they wrote it, never as markup', () => {
    const evil = '"[click](https://evil.example) <img src=x> **bold** `code`"';
    const markdown = hover(
      '    kind: agent\n',
      `    kind: agent\n    title: ${evil}\n`,
      '  bot:\n',
      '  b$0ot:\n',
    );
    assert.match(
      markdown,
      /\\\[click\\\]\(https\\:\/\/evil\.example\) \\<img src=x\\> \\\*\\\*bold\\\*\\\* \\`code\\`/,
    );
  });

  it('says nothing of blanks, comments and free text', () => {
    for (const source of [chatbotWith('Help desk', 'Help $0desk'), `${chatbotWith('data:', 'data:')}# $0`]) {
      const { analysis, offset } = atCursor(source);
      assert.equal(hoverAt(analysis, offset, options)?.markdown.includes('desk') ?? false, false);
    }
  });
});

/** Texts of the chatbot and what stands in their place, then what is told at the cursor. */
function shows(...said: readonly [...string[], readonly string[]]): void {
  const replacements = said.filter((part) => typeof part === 'string');
  const parts = said.flatMap((part) => (typeof part === 'string' ? [] : part));
  const markdown = hover(...replacements);
  for (const part of parts) assert.ok(markdown.includes(part), `no "${part}" in\n${markdown}`);
}

function hover(...replacements: readonly string[]): string {
  let source = chatbotWith('', '');
  for (let at = 0; at < replacements.length; at += 2) {
    const text = replacements[at] ?? '';
    assert.ok(source.includes(text), `the chatbot does not say ${text}`);
    source = source.replace(text, () => replacements[at + 1] ?? '');
  }
  const { analysis, offset } = atCursor(source);
  const found = hoverAt(analysis, offset, options);
  assert.ok(found, 'something is shown');
  return found.markdown;
}
