import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/project.ts';
import { catalogSchemas } from './catalog-schemas.ts';
import { readOwnCatalog, readOwnGuidance } from './compile-catalog.ts';
import { generateDescriptorSchema } from './descriptor-schema.ts';
import { allDocs } from './docs/all-docs.ts';
import { cliPage } from './docs/cli-page.ts';
import type { GeneratedFile } from './generated-file.ts';
import { reportHashes } from './report-hashes.ts';

/** Everything that `npm run generate` writes and `npm test` compares. */
export async function allGeneratedFiles(): Promise<readonly GeneratedFile[]> {
  const descriptorSchema = { path: 'schemas/descriptor.schema.json', content: generateDescriptorSchema() };
  const catalog = await readOwnCatalog();
  const guidance = await readOwnGuidance(catalog);
  return [
    ...catalogSchemas(),
    descriptorSchema,
    ...allDocs(catalog, guidance),
    { path: 'docs/cli.md', content: cliPage() },
    { path: 'server/report/threat/html/page-hashes.ts', content: reportHashes() },
  ];
}

/** Folders in which every file is generated: what no generator makes any more is removed. */
const generatedFolders: readonly string[] = ['docs/rules', 'docs/controls'];

/** Files of those folders, relative to the root, that no generator makes. */
export function staleFiles(generated: readonly GeneratedFile[]): readonly string[] {
  const made = new Set(generated.map((file) => file.path));
  return generatedFolders
    .filter((folder) => fs.existsSync(path.join(ROOT, folder)))
    .flatMap((folder) => fs.readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`))
    .filter((file) => !made.has(file));
}
