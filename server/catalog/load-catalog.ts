import type { Catalog } from './catalog.ts';
import type { CatalogProblem } from './catalog-problem.ts';
import { checkReferences, type KnownIds } from './check/references.ts';
import { checkRule } from './check/rule.ts';
import { decodeEntries, type DecodedEntries, type DecodedEntry } from './decode-entries.ts';
import { reportProblem } from './decode/decoder.ts';
import { unknownIdMessage } from './decode/messages.ts';
import { findEntries, type CatalogFile } from './find-entries.ts';
import type { RuleOverride } from './keys/override-keys.ts';
import type { Rule } from './rule.ts';

export interface LoadedCatalog {
  readonly catalog: Catalog;
  readonly problems: readonly CatalogProblem[];
}

/**
 * Reads the files of one catalog. A faulty entry is reported and left out; the others stay.
 * Over a `base`, an entry of the same id takes its place, and `overrides` change or switch off its rules.
 */
export function loadCatalog(
  files: readonly CatalogFile[],
  origin: string,
  base: Catalog = emptyCatalog,
): LoadedCatalog {
  const found = files.map((file) => findEntries(file));
  const decoded = decodeEntries(
    found.flatMap(({ entries }) => entries),
    origin,
  );
  const problems = [...found.flatMap((file) => file.problems), ...decoded.problems];
  const catalog = mergeEntries(decoded, base, problems);
  return { catalog, problems: inOrderOfText(problems, files) };
}

const emptyCatalog: Catalog = {
  version: '',
  risks: new Map(),
  controls: new Map(),
  rules: new Map(),
  services: new Map(),
  frameworks: new Map(),
};

function inOrderOfText(
  problems: readonly CatalogProblem[],
  files: readonly CatalogFile[],
): readonly CatalogProblem[] {
  const order = new Map(files.map(({ path }, at) => [path, at]));
  const at = ({ path }: CatalogProblem): number => order.get(path) ?? 0;
  return [...problems].sort((a, b) => at(a) - at(b) || a.span.start - b.span.start);
}

/** In the order in which entries rest on each other, so that nothing stays that rests on what was left out. */
function mergeEntries(decoded: DecodedEntries, base: Catalog, problems: CatalogProblem[]): Catalog {
  const frameworks = merge(base.frameworks, decoded.frameworks, problems);
  const mentioned = mentionedIds(decoded, base);
  const known = (kept: Partial<Catalog>): KnownIds => ({ kept: { ...base, frameworks, ...kept }, mentioned });

  const risks = merge(base.risks, checked(decoded.risks, known({})), problems);
  const controls = merge(base.controls, checked(decoded.controls, known({ risks })), problems);
  const services = merge(base.services, checked(decoded.services, known({ risks, controls })), problems);
  const ids = known({ risks, controls, services });
  const checkedRules = checked(decoded.rules, ids).map((entry) => {
    if (entry.value !== undefined) checkRule(entry.value, controls, entry.found, entry.report);
    return entry;
  });
  const rules = merge(base.rules, checkedRules, problems);
  return {
    version: base.version,
    risks,
    controls,
    services,
    frameworks,
    rules: overridden(rules, decoded.overrides, problems),
  };
}

function mentionedIds(decoded: DecodedEntries, base: Catalog): KnownIds['mentioned'] {
  const ids = (
    known: ReadonlyMap<string, unknown>,
    entries: readonly DecodedEntry<unknown>[],
  ): ReadonlySet<string> => new Set([...known.keys(), ...entries.map(({ found }) => found.id)]);
  return {
    risk: ids(base.risks, decoded.risks),
    control: ids(base.controls, decoded.controls),
    service: ids(base.services, decoded.services),
    rule: ids(base.rules, decoded.rules),
  };
}

function checked<T>(entries: readonly DecodedEntry<T>[], known: KnownIds): readonly DecodedEntry<T>[] {
  for (const { report } of entries) checkReferences(report, known);
  return entries;
}

function merge<T>(
  base: ReadonlyMap<string, T>,
  entries: readonly DecodedEntry<T>[],
  problems: CatalogProblem[],
): ReadonlyMap<string, T> {
  const merged = new Map(base);
  for (const { found, value, report } of entries) {
    problems.push(...report.problems.map((problem) => ({ path: found.path, ...problem })));
    if (value !== undefined && report.problems.length === 0) merged.set(found.id, value);
  }
  return merged;
}

function overridden(
  rules: ReadonlyMap<string, Rule>,
  overrides: readonly DecodedEntry<RuleOverride>[],
  problems: CatalogProblem[],
): ReadonlyMap<string, Rule> {
  const changed = new Map(rules);
  for (const { found, value, report } of overrides) {
    const rule = rules.get(found.id);
    if (rule === undefined) {
      reportProblem(report, found.head, unknownIdMessage('rule', found.id, rules.keys()));
    }
    problems.push(...report.problems.map((problem) => ({ path: found.path, ...problem })));
    if (rule === undefined || value === undefined || report.problems.length > 0) continue;
    if (value === 'off') changed.delete(found.id);
    else changed.set(found.id, { ...rule, severity: value.severity });
  }
  return changed;
}
