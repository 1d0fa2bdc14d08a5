import assert from 'node:assert/strict';
import { buildArchitecture, type BuiltArchitecture } from '../../server/model/build-architecture.ts';
import type { Problem, ProblemCode } from '../../server/model/problem.ts';
import { parseSyntax } from '../../server/syntax/parse.ts';
import { applyEdits } from '../../server/text/text-edit.ts';
import { assertMarks, type Mark } from './fixture.ts';
import { someKnownWords } from './known-words.ts';

export function build(text: string): BuiltArchitecture {
  return buildArchitecture(parseSyntax(text), someKnownWords);
}

/** Holds when the descriptor has exactly the problems that it marks; with codes, only those are looked at. */
export function assertProblems(text: string, ...codes: readonly ProblemCode[]): void {
  const looked = build(text).problems.filter((problem) => codes.length === 0 || codes.includes(problem.code));
  assertMarks(text, looked.map(toMark));
}

/** Before → after: applies the one `replace` of that title. Other remedies are the features' to apply. */
export function assertReplacement(before: string, title: string, after: string): void {
  const remedies = build(before).problems.flatMap((problem) => problem.remedies);
  const remedy = remedies.find((candidate) => candidate.title === title);
  assert.ok(remedy !== undefined, `no remedy ${title} among ${remedies.map((one) => one.title).join(', ')}`);
  assert.ok(remedy.type === 'replace', `${title} is no replacement`);
  assert.equal(applyEdits(before, [{ span: remedy.span, newText: remedy.text }]), after);
}

function toMark(problem: Problem): Mark {
  return { ...problem, fixes: problem.remedies.map((remedy) => remedy.title) };
}
