import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Analysis } from '../../../server/analysis/analysis.ts';
import { analyze } from '../../../server/analysis/analyze.ts';
import { readOwnCatalog } from '../../../scripts/generate/compile-catalog.ts';
import { startTyping, type Typist } from './typist.ts';

/** So many keys of a hundred characters may be pressed: names, sentences and paths nobody can offer. */
const mostTyped = 0.18;

describe('a descriptor written by completion alone', () => {
  let typist: Typist;
  let analyzed: (text: string) => Analysis;

  before(async function () {
    this.timeout(60_000);
    const catalog = await readOwnCatalog();
    const options = { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true };
    analyzed = (text) => analyze(text, catalog, options);
    typist = startTyping(analyzed);
    const script = fs.readFileSync('test/fixtures/features/typing-support-chatbot.txt', 'utf8');
    for (const line of script.split('\n')) if (!/^(?:#|$)/.test(line)) typist.act(line);
  });

  it('from an empty file becomes the support chatbot', () => {
    const example = fs.readFileSync('examples/support-chatbot.genai.yaml', 'utf8');
    assert.deepEqual(
      withoutPlaces(analyzed(typist.text).architecture),
      withoutPlaces(analyzed(example).architecture),
    );
  });

  it('takes few keys', () => {
    const share = typist.typed / typist.text.length;
    assert.ok(share < mostTyped, `${typist.typed} keys for ${typist.text.length} characters`);
  });
});

/** What a descriptor says, wherever and in whatever order it says it. */
function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map)
    return [...(value as ReadonlyMap<string, unknown>)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(withoutPlaces);
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !/span$/i.test(name))
      .map(([name, inner]) => [name, withoutPlaces(inner)]),
  );
}
