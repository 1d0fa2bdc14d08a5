import assert from 'node:assert/strict';
import { applyEdits } from '../../server/text/text-edit.ts';

describe('applyEdits', () => {
  it('applies edits in any order, insertions at one place in theirs', () => {
    const edits = [
      { span: { start: 4, end: 5 }, newText: 'E' },
      { span: { start: 0, end: 0 }, newText: '1' },
      { span: { start: 0, end: 0 }, newText: '2' },
    ];
    assert.equal(applyEdits('abcde', edits), '12abcdE');
  });

  it('refuses edits that overlap', () => {
    const edits = [
      { span: { start: 0, end: 3 }, newText: '' },
      { span: { start: 2, end: 4 }, newText: '' },
    ];
    assert.throws(() => applyEdits('abcde', edits), /overlap/);
  });
});
