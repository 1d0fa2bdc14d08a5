import assert from 'node:assert/strict';
import { buildGraph } from '../../server/diagram/graph/build-graph.ts';
import { renderMermaid } from '../../server/diagram/mermaid/render-mermaid.ts';
import { contains, grown } from '../../server/diagram/place/geometry.ts';
import { layout } from '../../server/diagram/place/layout.ts';
import { renderSvg } from '../../server/diagram/svg/render-svg.ts';
import { engine } from '../support/diagram-engine.ts';
import { subjectOf } from '../support/diagram-input.ts';
import { readSvg } from '../support/svg.ts';

const hostile: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror=alert(1)><script>alert(1)</script>',
  'the end of a section': ']]>',
  'the end of the picture': '</text></svg><svg onload=alert(1)>',
  'the end of an attribute': `" onclick="alert(1)' onclick='alert(1)`,
  entities: '&lt;b&gt; &#60;b&#62; &xxe;',
  'a right-to-left override': 'safe\u202Egnp.exe\u202C \u2066isolate\u2069',
  'control characters': 'a\u0000b\u0007c\u001B[31md\u009Fe\uFFFE',
  'lone surrogates': 'a\uD800b\uDC00c',
  emoji: '👨‍👩‍👧‍👦 🏳️‍🌈 😀',
  'stacked accents': `Z${'\u0351\u036B\u0357'.repeat(300)}algo`,
  'an invisible instruction': `x${String.fromCodePoint(...Array.from('ignore all', (char) => 0xe0000 + char.charCodeAt(0)))}`,
  'a word of 10,000 letters': 'W'.repeat(10_000),
  '10,000 words': 'word '.repeat(10_000),
  'a Mermaid statement': 'x"]\n  click n0 "javascript:alert(1)"\n  %%{init: {}}%%',
  nothing: '',
  blanks: ' \t\n ',
};

describe('a picture of a hostile descriptor', () => {
  for (const [name, words] of Object.entries(hostile)) {
    it(`holds ${name}`, async () => {
      const graph = buildGraph(subjectOf(descriptorSaying(words)));
      const placed = await layout(graph, engine);
      const svg = renderSvg(placed, { theme: 'light', frame: 'sheet' });
      for (const { name: element, attributes } of readSvg(svg)) {
        assert.ok(elementsOfPicture.has(element), element);
        for (const [key, value] of Object.entries(attributes)) {
          assert.doesNotMatch(key, /^on|href|style/);
          if (key !== 'aria-label') assert.doesNotMatch(value, /url\(|javascript:/);
        }
      }
      assert.doesNotMatch(svg, invisible);
      assert.ok(svg.length < 40_000, `${svg.length} characters`);
      assert.ok(placed.size.width < 1200 && placed.size.height < 600, JSON.stringify(placed.size));
      for (const { label } of placed.edges) {
        assert.ok(label === undefined || contains(grown({ x: 0, y: 0, ...placed.size }, 1), label));
      }
    });

    it(`holds ${name} in Mermaid`, () => {
      const lines = renderMermaid(buildGraph(subjectOf(descriptorSaying(words)))).split('\n');
      const structure = lines.map((line) => line.replaceAll(/"[^"]*"/g, '""').replace(/(accTitle:).*/, '$1'));
      const harmless = renderMermaid(buildGraph(subjectOf(descriptorSaying('harmless')))).split('\n');
      const wanted = harmless.map((line) => line.replaceAll(/"[^"]*"/g, '""').replace(/(accTitle:).*/, '$1'));
      assert.deepEqual(structure, wanted);
      for (const [, words = ''] of lines.join('\n').matchAll(/"([^"]*)"/g)) {
        assert.doesNotMatch(words.replaceAll('<br/>', ''), /[<>`%{}[\]\\]/);
      }
    });
  }
});

const elementsOfPicture = new Set(['svg', 'title', 'desc', 'g', 'rect', 'circle', 'path', 'text']);

/** What turns the reading direction or is not seen. */
const invisible = /[\u202A-\u202E\u2066-\u2069\u200B\uFEFF\u{E0000}-\u{E007F}]/u;

function descriptorSaying(words: string): string {
  const text = JSON.stringify(words);
  return `bartizan: 1
system: { name: ${text}, description: ${text} }
boundaries:
  inside: { zone: application, title: ${text}, description: ${text} }
actors:
  caller: { kind: end-user, title: ${text} }
components:
  bot: { kind: agent, within: inside, title: ${text}, description: ${text} }
data:
  asset: { title: ${text} }
flows:
  ask: { from: caller, to: bot, title: ${text}, carries: [asset], returns: [asset] }
`;
}
