import type { SyntaxTree } from '../syntax/tree.ts';
import type { Architecture } from './architecture.ts';
import { checkArchitecture } from './checks/check-architecture.ts';
import { decodeAcceptedRisks } from './decode/accepted-risks.ts';
import { decodeBoundaries } from './decode/boundaries.ts';
import { decodeData, decodeIdentities } from './decode/data-and-identities.ts';
import { makeSuggest, type Decoding, type Notes } from './decode/decoding.ts';
import { decodeElements } from './decode/elements.ts';
import { decodeFlows } from './decode/flows.ts';
import { checkIds, collectIds } from './decode/ids.ts';
import { readSections } from './decode/root.ts';
import { decodeSystem } from './decode/system.ts';
import { buildUndrawnFlows } from './decode/undrawn-flows.ts';
import type { KnownWords } from './known-words.ts';
import type { Problem } from './problem.ts';

/** A descriptor as far as it reads, with everything that is wrong with it alone, by place in the text. */
export interface BuiltArchitecture {
  readonly architecture: Architecture;
  readonly problems: readonly Problem[];
}

/** Total: any text gives an architecture, and what is broken takes nothing else with it. */
export function buildArchitecture(tree: SyntaxTree, known: KnownWords): BuiltArchitecture {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const suggest = makeSuggest();
  const sections = readSections(tree, suggest, report);
  const notes: Notes = { written: new Map(), mentioned: new Set() };
  const decoding: Decoding = { text: tree.text, known, ids: collectIds(sections), report, suggest, notes };
  for (const problem of checkIds(sections, tree.text)) report(problem);

  const elements = decodeElements(decoding, sections.get('actors')?.value, sections.get('components')?.value);
  const drawn = decodeFlows(
    decoding,
    sections.get('flows')?.value,
    sections.get('defaults')?.value,
    elements,
  );
  const architecture: Architecture = {
    system: decodeSystem(decoding, sections.get('system')),
    boundaries: decodeBoundaries(decoding, sections.get('boundaries')?.value),
    identities: decodeIdentities(decoding, sections.get('identities')?.value),
    elements,
    data: decodeData(decoding, sections.get('data')?.value),
    flows: [...drawn, ...buildUndrawnFlows(elements, drawn)],
    acceptedRisks: decodeAcceptedRisks(decoding, sections.get('accepted-risks')?.value),
  };
  const isWhole = tree.problems.length === 0;
  for (const problem of checkArchitecture({ architecture, known, notes, suggest, isWhole })) report(problem);
  return { architecture, problems: inOrder(problems) };
}

/** By place; what an alias or a merged map would say twice is said once. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const byWords = new Map<string, Problem>();
  for (const problem of problems) {
    const { start, end } = problem.span;
    const words = `${start} ${end} ${problem.code} ${problem.message}`;
    if (!byWords.has(words)) byWords.set(words, problem);
  }
  return [...byWords.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
