import type { Catalog } from './catalog.ts';
import type { CatalogProblem } from './catalog-problem.ts';
import { checkReferences } from './check/references.ts';
import { listOf } from './decode/collections.ts';
import { createEntryReport, reportProblem, type Decoder } from './decode/decoder.ts';
import { defaulted, record, required } from './decode/record.ts';
import { mention, oneWord, prose } from './decode/scalars.ts';
import type { CatalogFile } from './find-entries.ts';
import { guidanceItem } from './keys/shared-fields.ts';
import { parseSyntax } from '../syntax/parse.ts';

/** One item of the source guidance’s checklist, with what answers it. */
export interface GuidanceItem {
  readonly id: string;
  readonly item: string;
  /** Its part of the guidance: `A` to `E`, `1` to `5` for the trust boundaries, `conclusion`. */
  readonly section: string;
  readonly kind: string;
  readonly controls: readonly string[];
  readonly rules: readonly string[];
  /** Pages of the documentation, relative to the root. */
  readonly docs: readonly string[];
}

export interface LoadedGuidance {
  readonly items: readonly GuidanceItem[];
  readonly problems: readonly CatalogProblem[];
}

const guidanceKeys: Decoder<Omit<GuidanceItem, 'id'>> = record('item of the guidance', {
  item: required(prose, 'What it asks, in our own words.'),
  section: required(
    oneWord('section', ['A', 'B', 'C', 'D', 'E', '1', '2', '3', '4', '5', 'conclusion']),
    'Its part of the guidance.',
  ),
  kind: required(
    oneWord('kind of item', ['control', 'practice', 'service', 'reference', 'lifecycle', 'model']),
    'What sort of thing it names.',
  ),
  controls: defaulted(listOf(mention('control')), [], 'Controls that answer it.'),
  rules: defaulted(listOf(mention('rule')), [], 'Rules that answer it.'),
  docs: defaulted(listOf(prose), [], 'Pages of the documentation that answer it.'),
});

/** Reads `guidance.yaml`. An item that nothing answers is a problem. */
export function loadGuidance({ path, text }: CatalogFile, catalog: Catalog): LoadedGuidance {
  const { root, problems: syntaxProblems } = parseSyntax(text);
  const report = createEntryReport();
  const items = (root?.type === 'map' ? root.entries : []).flatMap(({ key, value }): GuidanceItem[] => {
    if (!guidanceItem.test(key.text))
      reportProblem(report, key.span, `"${key.text}" is not an item from S-001 to S-188`);
    const read = value === undefined ? undefined : guidanceKeys.decode(value, report);
    if (read === undefined) return [];
    if (read.controls.length + read.rules.length + read.docs.length === 0) {
      reportProblem(report, key.span, `nothing answers ${key.text}: name a control, a rule or a page`);
    }
    const item = { id: key.text, ...read };
    for (const message of disagreements(item, catalog)) reportProblem(report, key.span, message);
    return [item];
  });
  const { controls, rules, risks, services } = catalog;
  const ids = (known: ReadonlyMap<string, unknown>): ReadonlySet<string> => new Set(known.keys());
  checkReferences(report, {
    kept: catalog,
    mentioned: { control: ids(controls), rule: ids(rules), risk: ids(risks), service: ids(services) },
  });
  return {
    items,
    problems: [...syntaxProblems, ...report.problems].map((problem) => ({ path, ...problem })),
  };
}

/** A control and an item name each other. A rule that claims an item is named there, but may answer more than it claims. */
function disagreements(item: GuidanceItem, { controls, rules }: Catalog): readonly string[] {
  const ofControls = [...controls.values()]
    .filter(({ id, guidance }) => guidance.includes(item.id) !== item.controls.includes(id))
    .map(({ id }) => `${item.id} and the control "${id}" do not name each other`);
  const ofRules = [...rules.values()]
    .filter(({ id, guidance }) => guidance.includes(item.id) && !item.rules.includes(id))
    .map(({ id }) => `the rule "${id}" claims ${item.id}, which does not name it`);
  return [...ofControls, ...ofRules];
}
