import { testExamples } from '../analysis/rule-examples.ts';
import type { CatalogProblem } from '../catalog/catalog-problem.ts';
import { findEntries, type FoundEntry } from '../catalog/find-entries.ts';
import { findEntry } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { ReadCatalogFile } from './knowledge.ts';

/** Where the rules of a file do not do what their own examples say, rule by rule. */
export function* exampleProblems(
  path: string,
  { text, origin, catalog }: ReadCatalogFile,
): Generator<readonly CatalogProblem[]> {
  const rules = findEntries({ path, text }).entries.filter(({ collection }) => collection === 'rules');
  for (const entry of rules) {
    const rule = catalog.rules.get(entry.id);
    if (rule?.origin !== origin) continue;
    const problems = rule.examples.flatMap((example, at) => {
      const alone = { ...rule, examples: [example] };
      const faults = [false, true].flatMap((whole) => testExamples(catalog, alone, whole));
      return faults.map((fault) => ({
        path,
        span: spanOf(entry, at, fault.example),
        message: `the example that ${fault.example}: ${fault.message}`,
      }));
    });
    yield withoutTwins(problems);
  }
}

/** Alone and among all rules, an example mostly fails in the same way. */
function withoutTwins(problems: readonly CatalogProblem[]): readonly CatalogProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The key above the text of the example; one pair may stand without a list. */
function spanOf({ node, head }: FoundEntry, at: number, name: string): Span {
  const examples = findEntry(node, 'examples')?.value;
  const example = examples?.type === 'list' ? examples.items[at] : examples;
  return findEntry(example, name)?.key.span ?? head;
}
