import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readOwnCatalog } from '../../scripts/generate/compile-catalog.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import { analyze } from '../../server/analysis/analyze.ts';
import type { Analysis } from '../../server/analysis/analysis.ts';
import type { Element } from '../../server/model/architecture.ts';

const catalog = await readOwnCatalog();
const folder = path.join(ROOT, 'examples');

interface Spread {
  readonly asset: string;
  readonly tainted: readonly string[];
}

/** Where among our components assets are untrusted that nobody untrusted wrote, nor a model that has read such text. */
function spreadOfCleanAssets(
  { active, reach, judgement }: Analysis,
  own: readonly Element[],
): readonly Spread[] {
  const { origins } = judgement.scene.graph;
  const stateOf = (element: string, asset: string): string | undefined =>
    reach.elements.get(element)?.assets.get(asset)?.trust;
  const madeAs = (source: string, asset: string): string | undefined =>
    stateOf(source, asset) ?? reach.elements.get(source)?.trust;
  return [...active.data.keys()].flatMap((asset) => {
    const sources = [...active.elements.keys()].filter((id) => origins.originates(id, asset));
    const isClean = sources.length > 0 && sources.every((id) => madeAs(id, asset) !== 'untrusted');
    const tainted = own.map(({ id }) => id).filter((id) => stateOf(id, asset) === 'untrusted');
    return isClean ? [{ asset, tainted }] : [];
  });
}

describe('the trust computed for an example', () => {
  let looked = 0;
  for (const name of fs.readdirSync(folder)) {
    it(`does not spread over most of ${name} for what nobody untrusted wrote`, () => {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      const analysis = analyze(text, catalog, {
        today: '2026-11-24',
        switches: {},
        rulesOff: [],
        assumptions: true,
      });
      const own = [...analysis.active.elements.values()].filter(
        (element) => element.role === 'component' && !analysis.judgement.scene.links.outside(element),
      );
      const spread = spreadOfCleanAssets(analysis, own);
      looked += spread.length;
      assert.deepEqual(
        spread.filter(({ tainted }) => tainted.length > own.length / 2),
        [],
      );
    });
  }

  it('was looked at for plenty of such data', () =>
    assert.ok(looked > 40, `${String(looked)} in all examples`));
});
