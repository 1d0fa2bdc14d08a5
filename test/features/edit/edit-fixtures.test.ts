import assert from 'node:assert/strict';
import { dataOf } from '../../../server/features/edit/data.ts';
import { moveEntry } from '../../../server/features/edit/move-entry.ts';
import { removeEntry } from '../../../server/features/edit/remove-entry.ts';
import { renameKey } from '../../../server/features/edit/replace-scalar.ts';
import { setValue } from '../../../server/features/edit/set-value.ts';
import { parseSyntax } from '../../../server/syntax/parse.ts';
import type { SyntaxTree } from '../../../server/syntax/tree.ts';
import { applyEdits, type TextEdit } from '../../../server/text/text-edit.ts';
import { readCases } from '../fixes/before-after.ts';

describe('an edit', () => {
  for (const { title, says, before, after } of readCases('edits.yaml')) {
    it(title, () => {
      const edits = perform(parseSyntax(before), says);
      assert.equal(edits && applyEdits(before, edits), after);
    });

    it(`${title} (CRLF, no line end at the end)`, () => {
      const windows = (text: string): string => text.replace(/\n$/, '').replaceAll('\n', '\r\n');
      const edits = perform(parseSyntax(windows(before)), says);
      assert.equal(edits && applyEdits(windows(before), edits), after && windows(after));
    });
  }
});

function perform(tree: SyntaxTree, says: Readonly<Record<string, string>>): readonly TextEdit[] | undefined {
  const { set, remove, rename, move } = says;
  if (set !== undefined) {
    const [path = '', value = ''] = set.split(' = ');
    return setValue(tree, keys(path), dataOf(parseSyntax(value).root));
  }
  if (remove !== undefined) return removeEntry(tree, keys(remove));
  const [from = '', to = ''] = (rename ?? move ?? '').split(' > ');
  return rename === undefined ? moveEntry(tree, keys(from), keys(to)) : renameKey(tree, keys(from), to);
}

function keys(path: string): readonly string[] {
  return path.replaceAll('"', '').split(' ');
}
