import fs from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { ROOT, readJson } from './project.ts';

interface PackageJson {
  readonly version: string;
  readonly license?: string;
}

/** Names, versions and licenses of the packages that the bundles contain: their licenses ask for that. */
export function thirdPartyNotices(metafiles: readonly Metafile[]): string {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(bundledInputs));
  const packages = [...new Set(inputs.flatMap(packageFolder))].sort();
  return ['This package contains parts of the following ones.', ...packages.map(notice)].join('\n\n');
}

/** Inputs that left something in the output, after what is not used was dropped. */
function bundledInputs({ inputs }: Metafile['outputs'][string]): string[] {
  return Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
}

function packageFolder(file: string): string[] {
  const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file);
  return match ? [match[0]] : [];
}

function notice(folder: string): string {
  const { version, license } = readJson(path.join(ROOT, folder, 'package.json')) as PackageJson;
  const name = folder.replace(/^.*node_modules\//, '');
  const file = fs.readdirSync(path.join(ROOT, folder)).find((entry) => /^licen[sc]e/i.test(entry));
  const text = file === undefined ? '' : fs.readFileSync(path.join(ROOT, folder, file), 'utf8').trim();
  return `${'-'.repeat(80)}\n${name} ${version} (${license ?? 'license: see below'})\n\n${text}\n`;
}
