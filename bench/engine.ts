// npx tsx bench/engine.ts [elements…]
// How long the engine takes on large random systems, as a ratio to only parsing their text: a ratio says the same
// on every machine. It should grow slowly; where it grows as fast as the system, something is quadratic.
import { analyze } from '../server/analysis/analyze.ts';
import { judgeAll } from '../server/analysis/judge-all.ts';
import { activate } from '../server/model/activate.ts';
import { buildArchitecture } from '../server/model/build-architecture.ts';
import { parseSyntax } from '../server/syntax/parse.ts';
import { readOwnCatalog } from '../scripts/generate/compile-catalog.ts';
import { largeDescriptor } from './large-descriptor.ts';

const sizes = process.argv.slice(2).map(Number);
const catalog = await readOwnCatalog();
const options = { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true };
console.log(`${String(catalog.rules.size)} rules, ${String(catalog.controls.size)} controls`);
console.log('elements   flows   parse   build   judge  analyze (ratio to parse)  findings');

for (const elements of sizes.length > 0 ? sizes : [50, 500, 5000]) {
  const { text, flows } = largeDescriptor(elements);
  const tree = measure(() => parseSyntax(text));
  const built = measure(() => buildArchitecture(tree.result, catalog));
  const active = activate(built.result.architecture, {});
  const judged = measure(() => judgeAll(active, catalog, { rulesOff: [], assumptions: true }));
  const whole = measure(() => analyze(text, catalog, options));
  const columns = [
    String(elements).padStart(8),
    String(flows).padStart(7),
    milliseconds(tree.time),
    milliseconds(built.time),
    milliseconds(judged.time),
    `${milliseconds(whole.time)} (${(whole.time / tree.time).toFixed(1).padStart(6)})`,
    String(whole.result.findings.length).padStart(18),
  ];
  console.log(columns.join(' '));
}

function measure<T>(work: () => T): { readonly result: T; readonly time: number } {
  const start = performance.now();
  const result = work();
  return { result, time: performance.now() - start };
}

function milliseconds(time: number): string {
  return `${time.toFixed(0)}ms`.padStart(7);
}
