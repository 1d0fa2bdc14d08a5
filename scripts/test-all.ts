// npm test: every check there is, in order. One that fails does not keep the others from running; the last line of
// the output counts them all.
import { runTests } from './lib/lifecycle.ts';
import type { Tally } from './lib/lifecycle.ts';
import type { Step } from './lib/step.ts';
import { runStep } from './lib/step.ts';

const STEPS: readonly Step[] = [
  { title: 'build', script: 'build', args: ['--production'] },
  { title: 'lint', script: 'lint' },
  { title: 'types', script: 'types' },
  { title: 'format', script: 'format:check' },
  { title: 'dead code', script: 'dead-code' },
  { title: 'generated files', script: 'generate:check' },
  { title: 'unit tests', script: 'test:unit' },
  { title: 'package', script: 'package' },
  { title: 'extension-host suite in VS Code', script: 'test:e2e' },
  { title: 'packaged extension, used by hand', script: 'test:ui' },
];

await runTests(async () => {
  const tallies: Tally[] = [];
  for (const step of STEPS) {
    tallies.push(await runStep(step));
  }
  console.log();
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
});
