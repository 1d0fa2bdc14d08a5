import type { Problem, ProblemCode, Remedy } from '../../model/problem.ts';
import { parseSyntax } from '../../syntax/parse.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { dataOf } from '../edit/data.ts';
import { lineEndOf } from '../edit/layout.ts';
import { locateAt } from '../edit/locate.ts';
import { addEntry, moveEntry } from '../edit/move-entry.ts';
import { removeEntryAt } from '../edit/remove-entry.ts';
import { replaceScalar } from '../edit/replace-scalar.ts';
import { addEntries, setValue } from '../edit/set-value.ts';
import type { Fix } from './fix.ts';

/** A fix for each remedy of a problem; the only correction of a word is preferred. */
export function remedyFixes(tree: SyntaxTree, problem: Problem): readonly Fix[] {
  const corrections = problem.remedies.filter((remedy) => remedy.type === 'replace').length;
  return problem.remedies.flatMap((remedy): readonly Fix[] => {
    const edits = editsOf(tree, remedy);
    if (edits === undefined || edits.length === 0) return [];
    const only = remedy.type === 'replace' ? corrections === 1 : problem.remedies.length === 1;
    const kind = only && isSafe(problem.code, remedy) ? 'safe' : 'suggestion';
    return [{ title: remedy.title, kind, preferred: only, edits, answers: problem.code }];
  });
}

/** Codes of which the one correction is a slip of the pen, whatever the author meant by the rest. */
const slips: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'missing-version',
  'unknown-version',
  'unknown-key',
  'unknown-value',
]);

function isSafe(code: ProblemCode, remedy: Remedy): boolean {
  if (remedy.type === 'move-control') return true;
  const oneLine = remedy.type === 'replace' && remedy.text.trim().split('\n').length === 1;
  return oneLine && slips.has(code);
}

function editsOf(tree: SyntaxTree, remedy: Remedy): readonly TextEdit[] | undefined {
  switch (remedy.type) {
    case 'replace':
      return replace(tree, remedy);
    case 'remove-entry':
      return removeEntryAt(tree, remedy.span);
    case 'add-key':
      return setValue(tree, [...entryPath(remedy), remedy.key], readValue(remedy.value));
    case 'ask-keys':
      return addEntries(
        tree,
        entryPath(remedy),
        Object.fromEntries(remedy.keys.map((key) => [key, 'unknown'])),
      );
    case 'add-entry':
      return addEntry(tree, remedy.section, remedy.id, readValue(remedy.value));
    case 'move-control': {
      const from = locateAt(tree, remedy.from)?.path;
      return from && moveEntry(tree, from, [...entryPath(remedy), 'controls', remedy.control]);
    }
  }
}

/** Words keep the quotes that stand there; anything else is YAML to be written as it is. */
function replace(
  tree: SyntaxTree,
  { span, text }: Remedy & { readonly type: 'replace' },
): readonly TextEdit[] {
  const isWord = typeof readValue(text) === 'string' && /^[\w-]+$/.test(text);
  const kept = isWord ? replaceScalar(tree, span, text) : undefined;
  return kept ?? [{ span, newText: text.replaceAll('\n', lineEndOf(tree.text)) }];
}

function entryPath({
  section,
  id,
}: {
  readonly section: string;
  readonly id: string | undefined;
}): readonly string[] {
  return id === undefined ? [section] : [section, id];
}

function readValue(yaml: string) {
  return dataOf(parseSyntax(yaml).root);
}
