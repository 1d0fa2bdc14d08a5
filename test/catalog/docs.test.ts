import assert from 'node:assert/strict';
import path from 'node:path';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { readOwnCatalog, readOwnGuidance } from '../../scripts/generate/compile-catalog.ts';
import { allDocs } from '../../scripts/generate/docs/all-docs.ts';
import { escaped, fence } from '../../scripts/generate/docs/markdown.ts';
import { rulePage } from '../../scripts/generate/docs/rule-page.ts';
import { aControl, aRule, theRisks } from './samples.ts';
import { readMarkedFiles } from './marked-files.ts';

describe('the generated pages', () => {
  it('keep code spans and nothing else of the text’s own Markdown', () => {
    assert.equal(
      escaped('<b> *x* `a|b` [l](u) & a_b _c_'),
      '&lt;b&gt; \\*x\\* `a|b` \\[l\\](u) &amp; a_b \\_c\\_',
    );
    assert.equal(escaped('# no heading'), '\\# no heading');
    assert.equal(fence('yaml', 'a\n```\nb'), '````yaml\na\n```\nb\n````');
  });

  it('say of a rule where it looks, what satisfies it and how severe it is', () => {
    const { catalog } = loadCatalog(
      readMarkedFiles(`
=== catalog/risks.yaml
${theRisks}
=== catalog/controls/model/filter.yaml
${aControl}
=== catalog/rules/model/fault.yaml
${aRule.replace('{ component: { kind: llm } }', '{ path: { from: { trust: untrusted }, to: { group: model }, enters-by: prompt } }').replace('at: target', 'at: every-path')}
raise: { to: critical, target: { can: side-effects } }
examples: { fails: "bartizan: 1", passes: "bartizan: 1" }
`),
      'test',
    );
    assert.equal(
      rulePage(catalog.rules.get('fault')!, catalog),
      `<!-- Written by \`npm run generate\`. Change the catalog or the vocabulary instead. -->

# Fault

\`fault\` · **medium** · Model

> nothing screens what "{element}" is asked

## Why it matters

Text can carry instructions.

## Where it looks

Wherever data can get from one element to another, where:

- the source handles \`untrusted\` content
- the target is of group \`model\`
- the first flow is for \`prompt\`

## What satisfies it

Any one of these controls, in place where the line says:

- [Filter](../controls/filter.md), on every path

## Severity

**Medium**, but:

- **Critical** where the target is able to cause \`side-effects\`

## Examples

This has the fault, at the marked place:

\`\`\`yaml
bartizan: 1
\`\`\`

This has not:

\`\`\`yaml
bartizan: 1
\`\`\`

## References

- Prompt injection (\`prompt-injection\`): \`LLM01:2023\`, \`LLM01:2025\`, \`LLM01:2026\`
`,
    );
  });

  it('link only to pages that are there', async () => {
    const catalog = await readOwnCatalog();
    const pages = allDocs(catalog, await readOwnGuidance(catalog));
    const made = new Set(pages.map((page) => page.path));
    const dead = pages.flatMap((page) =>
      [...page.content.matchAll(/\]\(([^)#]+\.md)[^)]*\)/g)]
        .map(([, target = '']) => path.posix.join(path.posix.dirname(page.path), target))
        .filter((target) => !made.has(target) && !target.startsWith('docs/guides/'))
        .map((target) => `${page.path}: ${target}`),
    );
    assert.deepEqual(dead, []);
  });
});
