// npm run generate:check: fails when a generated file differs from what its generator makes.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/project.ts';
import { allGeneratedFiles, staleFiles } from './all.ts';

const files = await allGeneratedFiles();
const faults = [
  ...files.flatMap(({ path: file, content }) => {
    const full = path.join(ROOT, file);
    if (!fs.existsSync(full)) return [`${file} is not there`];
    return fs.readFileSync(full, 'utf8') === content ? [] : [`${file} differs from what is generated`];
  }),
  ...staleFiles(files).map((file) => `${file} is no longer generated`),
];
if (faults.length > 0) {
  console.error(`${faults.join('\n')}\nrun \`npm run generate\` and commit what it writes`);
  process.exitCode = 1;
} else {
  console.log(`${files.length} generated files are current`);
}
