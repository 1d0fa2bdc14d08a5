import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const goldenFolder = path.join(import.meta.dirname, '../golden');

/** Holds when the file under test/golden/ has this text. `UPDATE_GOLDEN=1 npm run test:unit` writes it instead. */
export function assertGolden(file: string, text: string): void {
  const target = path.join(goldenFolder, file);
  if (process.env.UPDATE_GOLDEN) {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    return;
  }
  assert.ok(
    fs.existsSync(target),
    `no test/golden/${file}: look at it after UPDATE_GOLDEN=1 npm run test:unit`,
  );
  const golden = fs.readFileSync(target, 'utf8');
  if (golden === text) return;
  const [ours, theirs] = [text.split('\n'), golden.split('\n')];
  const line = ours.findIndex((content, index) => content !== theirs[index]);
  assert.equal(
    ours.slice(line, line + 5).join('\n'),
    theirs.slice(line, line + 5).join('\n'),
    `test/golden/${file} differs from line ${line + 1} on; if that is meant: UPDATE_GOLDEN=1 npm run test:unit`,
  );
}
