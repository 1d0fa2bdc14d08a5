// npx tsx bench/engine.ts [elements…]
// How long the engine takes on large random systems, as a ratio to only parsing their text: a ratio says the same
// on every machine. It should grow slowly; where it grows as fast as the system, something is quadratic. Of several
// runs the quickest counts, so that warming up does not; a run that takes seconds is not repeated.
import { analyze } from '../server/analysis/analyze.ts';
import { judgeAll } from '../server/analysis/judge-all.ts';
import { activate } from '../server/model/activate.ts';
import { buildArchitecture } from '../server/model/build-architecture.ts';
import { parseSyntax } from '../server/syntax/parse.ts';
import { readOwnCatalog } from '../scripts/generate/compile-catalog.ts';
import { largeDescriptor } from './large-descriptor.ts';

const sizes = process.argv.slice(2).map(Number);
const catalog = await readOwnCatalog();
const mostRuns = 5;
const longEnough = 4000;
const options = { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true };
console.log(`${String(catalog.rules.size)} rules, ${String(catalog.controls.size)} controls`);
console.log('elements   flows   parse   build   judge  (ratio) analyze  (ratio)  findings');

for (const elements of sizes.length > 0 ? sizes : [100, 500, 5000]) {
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
    `${milliseconds(judged.time)} ${ratio(judged.time, tree.time)}`,
    `${milliseconds(whole.time)} ${ratio(whole.time, tree.time)}`,
    String(whole.result.findings.length).padStart(9),
  ];
  console.log(columns.join(' '));
}

function measure<T>(work: () => T): { readonly result: T; readonly time: number } {
  const runs = [timed(work)];
  const spent = (): number => runs.reduce((sum, { time }) => sum + time, 0);
  while (runs.length < mostRuns && spent() < longEnough) runs.push(timed(work));
  return runs.reduce((quickest, next) => (next.time < quickest.time ? next : quickest));
}

function timed<T>(work: () => T): { readonly result: T; readonly time: number } {
  const start = performance.now();
  const result = work();
  return { result, time: performance.now() - start };
}

function ratio(time: number, base: number): string {
  return `(${(time / base).toFixed(1).padStart(6)})`;
}

function milliseconds(time: number): string {
  return `${time.toFixed(0)}ms`.padStart(7);
}
