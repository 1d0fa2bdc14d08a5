import assert from 'node:assert/strict';
import fs from 'node:fs';
import { useProgram } from '../support/program.ts';

describe('bartizan as a process', () => {
  const folder = useProgram();

  it('keeps its exit status when nobody reads on', () => {
    const { out, err } = folder.shell('"$BARTIZAN_BIN" check | true; echo "${PIPESTATUS[0]}"');
    assert.deepEqual([out, err], ['1\n', '']);
  });

  it('says in a sentence when its output cannot be written', function () {
    if (!fs.existsSync('/dev/full')) this.skip();
    const { status, err } = folder.shell('"$BARTIZAN_BIN" check > /dev/full');
    assert.deepEqual([status, err], [2, 'bartizan: the output cannot be written: the disk is full\n']);
  });

  it('refuses what it may not read or write', function () {
    if (process.getuid?.() === 0) this.skip();
    const unread = folder.shell('chmod 000 x.genai.yaml; "$BARTIZAN_BIN" check x.genai.yaml');
    assert.deepEqual([unread.status, unread.err.includes('permission is denied')], [2, true]);
    const below = folder.shell('mkdir shut; chmod 000 shut; "$BARTIZAN_BIN" check');
    assert.match(below.err, /^bartizan: "shut" cannot be read: permission is denied$/m);
    const ignored = folder.shell('chmod 600 x.genai.yaml; echo shut/ > .gitignore; "$BARTIZAN_BIN" check');
    assert.deepEqual([ignored.status, ignored.err], [1, '']);
    const catalog = folder.shell('"$BARTIZAN_BIN" check --catalog shut; chmod 700 shut');
    assert.match(catalog.err, /^bartizan: the catalog "shut" cannot be read: permission is denied$/m);
  });
});
