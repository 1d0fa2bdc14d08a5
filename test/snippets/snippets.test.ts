import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse } from 'yaml';
import { analyze } from '../../server/analysis/analyze.ts';
import { starters } from '../../server/features/completion/starters.ts';
import { withoutTabStops } from '../../server/features/completion/suggestion.ts';
import { readOwnCatalog } from '../../scripts/generate/compile-catalog.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

// JSON with commas at the ends, as VS Code reads it; YAML reads it, too.
const snippets = Object.entries(
  parse(fs.readFileSync('snippets/bartizan.code-snippets', 'utf8')) as Record<string, Snippet>,
);

/** A system with the ids that the snippets name, and a place for each kind of snippet. */
function around(prefix: string, body: string): string {
  const at = (place: string, indent: string): string =>
    prefix.startsWith(`genai-${place}`) ? body.replaceAll(/^/gm, indent) : '';
  const flow = prefix.startsWith('genai-flow') ? body.replaceAll(/^/gm, '  ') : '';
  const controls = at('control', '      ');
  return `bartizan: 1
system:
  name: Around
  options: { pilot: false }
boundaries:
  internet: { zone: external }
  account: { zone: environment }
  front-door: { zone: user-interface, within: account }
  backend: { zone: application, within: account }
  models: { zone: model }
  knowledge: { zone: data, within: account }
  company: { zone: organization }
${at('boundary', '  ')}
identities:
  bot-role: { kind: workload, privilege: narrow }
${at('identity', '  ')}
actors:
  customer: { kind: end-user, within: internet }
  editor: { kind: internal-user, within: company }
${at('actor', '  ')}
components:
  bot:
    kind: agent
    within: backend
${controls === '' ? '' : `    controls:\n${controls}`}
  model: { kind: llm, within: models, hosting: managed }
  articles: { kind: vector-store, within: knowledge, holds: [documents] }
  mailer: { kind: tool, within: backend, effects: [messages-people] }
${at('component', '  ')}
data:
  question: {}
  reply: {}
  documents: {}
${at('data', '  ')}
flows:
  ask: { from: customer, to: bot, carries: [question], returns: [reply] }
  infer: { from: bot, to: model, carries: [question], returns: [reply] }
  retrieve: { from: bot, to: articles, carries: [question], returns: [documents] }
  notify: { from: bot, to: mailer, carries: [reply], returns: [] }
${flow}
${prefix.startsWith('genai-risk') ? `accepted-risks:\n${at('risk', '  ')}` : ''}
`;
}

describe('snippets', () => {
  it('begin with genai-, each with a prefix and a sentence of its own', () => {
    for (const [title, { prefix, scope, description }] of snippets) {
      assert.match(prefix, /^genai-[a-z-]+$/, title);
      assert.equal(scope, 'yaml', title);
      assert.match(description, /^[A-Z].*\.$/, title);
    }
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  it('hold the whole descriptors that completion offers in an empty file', () => {
    for (const { name, body } of starters) {
      const snippet = snippets.find(([, { prefix }]) => prefix === name)?.[1];
      assert.equal(snippet?.body.join('\n'), body, name);
    }
  });

  it('read without a problem where they belong, with their defaults', async () => {
    const catalog = await readOwnCatalog();
    const options = { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true };
    for (const [title, { prefix, body }] of snippets) {
      const text = withoutTabStops(body.join('\n'));
      const whole = text.startsWith('bartizan:') ? text : around(prefix, text);
      assert.ok(whole.includes(text.split('\n')[0] ?? ''), `${title} has a place`);
      const { problems } = analyze(whole, catalog, options);
      const wrong = problems.filter(
        ({ severity, code }) =>
          severity === 'error' || ['unknown-control', 'misplaced-control', 'unknown-service'].includes(code),
      );
      assert.deepEqual(
        wrong.map(({ code, message }) => `${code}: ${message}`),
        [],
        `${title}\n${whole}`,
      );
    }
  });
});
