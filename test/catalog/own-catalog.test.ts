import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { parse } from 'yaml';
import { compileCatalog, parseCompiledCatalog } from '../../server/catalog/compiled.ts';
import { loadGuidance } from '../../server/catalog/guidance.ts';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { describeProblems, ORIGIN, readCatalogFiles } from '../../scripts/generate/compile-catalog.ts';
import { catalogSchemas } from '../../scripts/generate/catalog-schemas.ts';
import { ROOT } from '../../scripts/lib/project.ts';

const files = await readCatalogFiles();
const { catalog, problems } = loadCatalog(files, ORIGIN);

describe('our own catalog', () => {
  it('has no problem', () => {
    assert.deepEqual(describeProblems(files, problems), []);
  });

  it('has all the outside lists, so that every id of them is checked', () => {
    const checked = [
      'aisvs',
      'cwe',
      'mitre-atlas',
      'nist-csf',
      'owasp-agentic',
      'owasp-llm-2023',
      'owasp-llm-2025',
      'owasp-llm-2026',
      'owasp-mcp',
    ];
    assert.deepEqual(
      checked.filter((id) => !catalog.frameworks.has(id)),
      [],
    );
  });

  it('says of every control how to implement and verify it, by products of the platform', () => {
    const prefixes = {
      aws: ['aws'],
      azure: ['azure'],
      'google-cloud': ['google-cloud'],
      'open-source': ['oss'],
    };
    const faults = [...catalog.controls.values()].flatMap(({ id, implement, verify }) => [
      ...(verify.length === 0 ? [`${id}: nothing to verify`] : []),
      ...Object.entries(prefixes).flatMap(([platform, allowed]) =>
        Object.entries(implement)
          .filter(([name]) => name === platform)
          .flatMap(([, ways]) => [
            ...(ways.length === 0 ? [`${id}: no way on ${platform}`] : []),
            ...ways
              .filter(
                ({ service }) =>
                  service !== undefined && !allowed.some((prefix) => service.startsWith(`${prefix}:`)),
              )
              .map(({ service }) => `${id}: ${service ?? ''} on ${platform}`),
          ]),
      ),
    ]);
    assert.deepEqual(faults, []);
  });

  it('has for every rule an example that fails and one that passes', () => {
    const without = [...catalog.rules.values()]
      .filter(({ examples }) => examples.length === 0)
      .map(({ id }) => id);
    assert.deepEqual(without, []);
  });

  it('asks for every control in some rule, or says in the guidance what it answers', () => {
    const asked = new Set(
      [...catalog.rules.values()].flatMap(({ require }) =>
        require.flatMap(({ anyOf, softenedBy }) => [...anyOf, ...softenedBy]),
      ),
    );
    const idle = [...catalog.controls.values()].filter(
      ({ id, guidance }) => !asked.has(id) && guidance.length === 0,
    );
    assert.deepEqual(
      idle.map(({ id }) => id),
      [],
    );
  });

  it('answers every item of the guidance with something that exists', () => {
    const file = files.find((candidate) => candidate.path === 'catalog/guidance.yaml')!;
    const guidance = loadGuidance(file, catalog);
    assert.deepEqual(describeProblems([file], guidance.problems), []);
    assert.equal(guidance.items.length, 188);
    const pages = new Set(guidance.items.flatMap(({ docs }) => docs));
    assert.deepEqual(
      [...pages].filter((page) => !fs.existsSync(path.join(ROOT, page))),
      [],
    );
  });

  it('survives being compiled, always as the same text', () => {
    const compiled = compileCatalog(catalog);
    assert.deepEqual(parseCompiledCatalog(compiled), catalog);
    assert.equal(compileCatalog(loadCatalog(files, ORIGIN).catalog), compiled);
  });

  it('fits the schemas that editors check it by', () => {
    const faults = catalogSchemas().flatMap(({ path: schemaPath, content }) => {
      const validate = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(
        JSON.parse(content) as AnySchemaObject,
      );
      return files
        .filter((file) => schemaOf(file.path) === schemaPath)
        .flatMap((file) =>
          validate(parse(file.text)) ? [] : `${file.path}: ${JSON.stringify(validate.errors?.[0])}`,
        );
    });
    assert.deepEqual(faults, []);
  });
});

function schemaOf(file: string): string | undefined {
  const name = /^catalog\/(controls|rules|risks|services|frameworks)\b/.exec(file)?.[1];
  const singular: Record<string, string> = { controls: 'control', rules: 'rule', frameworks: 'framework' };
  return name === undefined ? undefined : `schemas/${singular[name] ?? name}.schema.json`;
}
