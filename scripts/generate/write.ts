// npm run generate: writes every generated file and removes those that are no longer made.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/project.ts';
import { allGeneratedFiles, staleFiles } from './all.ts';

const files = await allGeneratedFiles();
const stale = staleFiles(files);
const written = files.filter((file) => writeIfDifferent(path.join(ROOT, file.path), file.content));
for (const file of stale) fs.rmSync(path.join(ROOT, file), { recursive: true });
console.log(`${files.length} generated files: ${written.length} written, ${stale.length} removed`);

function writeIfDifferent(file: string, content: string): boolean {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === content) return false;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return true;
}
