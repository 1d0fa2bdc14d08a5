import fs from 'node:fs';
import type { Analysis } from '../../server/analysis/analysis.ts';
import { analyze } from '../../server/analysis/analyze.ts';
import type { Catalog } from '../../server/catalog/catalog.ts';
import { loadCatalog } from '../../server/catalog/load-catalog.ts';
import { buildLineIndex } from '../../server/text/line-index.ts';

/** The small catalog of test/fixtures/features. */
export const someCatalog: Catalog = loadSomeCatalog();

/** The analysis of a text on a fixed day. */
export function analyzed(text: string): Analysis {
  return analyze(text, someCatalog, { today: '2026-11-24', switches: {}, rulesOff: [], assumptions: true });
}

/** A text with its cursor, `$0`, taken out. */
export function atCursor(source: string): { readonly analysis: Analysis; readonly offset: number } {
  const offset = source.indexOf('$0');
  if (offset === -1) throw new Error('the fixture has no cursor $0');
  return { analysis: analyzed(source.slice(0, offset) + source.slice(offset + 2)), offset };
}

function loadSomeCatalog(): Catalog {
  const path = 'test/fixtures/features/catalog.yaml';
  const text = fs.readFileSync(path, 'utf8');
  const { catalog, problems } = loadCatalog([{ path, text }], 'bartizan');
  const lines = buildLineIndex(text);
  const said = problems.map(
    ({ span, message }) => `${path}:${lines.positionAt(span.start).line + 1}: ${message}`,
  );
  if (said.length > 0) throw new Error(said.join('\n'));
  return catalog;
}
