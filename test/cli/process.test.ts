import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/project.ts';
import { bundleCli } from '../support/bundled-cli.ts';
import { supportChatbot } from '../support/example.ts';

describe('bartizan as a process', () => {
  let program = '';
  let dispose: () => void = () => undefined;
  let folder = '';
  before(async function () {
    this.timeout(60_000);
    const bundled = await bundleCli();
    program = bundled.program;
    dispose = () => bundled.dispose();
  });
  after(() => dispose());
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bartizan-process-'));
    fs.writeFileSync(path.join(folder, 'x.genai.yaml'), supportChatbot);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  function shell(script: string, env: Readonly<Record<string, string>> = {}) {
    const { HOME, PATH } = process.env;
    const result = spawnSync('bash', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { HOME, PATH, BARTIZAN_BIN: program, ROOT, ...env },
    });
    return { status: result.status, out: result.stdout, err: result.stderr };
  }

  it('keeps its exit status when nobody reads on', () => {
    const { out, err } = shell('"$BARTIZAN_BIN" check | true; echo "${PIPESTATUS[0]}"');
    assert.deepEqual([out, err], ['1\n', '']);
  });

  it('says in a sentence when its output cannot be written', function () {
    if (!fs.existsSync('/dev/full')) this.skip();
    const { status, err } = shell('"$BARTIZAN_BIN" check > /dev/full');
    assert.deepEqual([status, err], [2, 'bartizan: the output cannot be written: the disk is full\n']);
  });

  it('refuses what it may not read or write', function () {
    if (process.getuid?.() === 0) this.skip();
    const unread = shell('chmod 000 x.genai.yaml; "$BARTIZAN_BIN" check x.genai.yaml');
    assert.deepEqual([unread.status, unread.err.includes('permission is denied')], [2, true]);
  });

  describe('in CI', () => {
    const commit = 'git -c user.name=t -c user.email=t@example.com commit -q -m x';

    it('checks, keeps the findings for code scanning and hands on the status', () => {
      const { status } = shell('bash "$ROOT/ci/check.sh"', {
        BARTIZAN_OUT: path.join(folder, 'out dir'),
        BARTIZAN_PATHS: 'x.genai.yaml\n',
        GITHUB_OUTPUT: path.join(folder, 'outputs'),
        GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
      });
      assert.equal(status, 0);
      const outputs = fs.readFileSync(path.join(folder, 'outputs'), 'utf8');
      assert.equal(outputs, `status=1\nsarif=${path.join(folder, 'out dir', 'bartizan.sarif')}\n`);
      assert.match(fs.readFileSync(path.join(folder, 'summary.md'), 'utf8'), /^# Bartizan/);
      assert.match(
        fs.readFileSync(path.join(folder, 'out dir', 'bartizan.sarif'), 'utf8'),
        /"version": "2\.1\.0"/,
      );
    });

    it('comments what a branch changes, whatever its files are called', () => {
      const odd = "$(touch hacked) it's.genai.yaml";
      fs.writeFileSync(path.join(folder, odd), supportChatbot);
      assert.equal(shell(`git init -q -b main && git add . && ${commit}`).status, 0);
      const changed = supportChatbot.replace('human-approval: absent', 'human-approval: implemented');
      fs.writeFileSync(path.join(folder, odd), changed);
      assert.equal(shell(`git checkout -q -b branch && git add . && ${commit}`).status, 0);
      const { status, err } = shell('bash "$ROOT/ci/diff.sh"', {
        BARTIZAN_BASE: 'main',
        BARTIZAN_OUT: path.join(folder, 'out'),
        GITHUB_OUTPUT: path.join(folder, 'outputs'),
      });
      assert.equal(status, 0, err);
      const comment = fs.readFileSync(path.join(folder, 'out', 'comment.md'), 'utf8');
      assert.match(comment, /^<!-- bartizan -->\n### Bartizan: /);
      assert.match(comment, /[1-9]\d* closed/);
      assert.doesNotMatch(comment, /cannot be judged/);
      assert.ok(!fs.existsSync(path.join(folder, 'hacked')));
      assert.match(fs.readFileSync(path.join(folder, 'outputs'), 'utf8'), /^comment=.*comment\.md$/m);
    });

    it('says nothing where no descriptor changes', () => {
      shell(`git init -q -b main && git add . && ${commit}`);
      shell('bash "$ROOT/ci/diff.sh"', {
        BARTIZAN_BASE: 'main',
        BARTIZAN_OUT: 'out',
        GITHUB_OUTPUT: 'outputs',
      });
      assert.ok(!fs.existsSync(path.join(folder, 'outputs')));
    });

    it('fixes by the hook of pre-commit', () => {
      fs.writeFileSync(
        path.join(folder, 'x.genai.yaml'),
        supportChatbot.replace('kind: agent', 'kind: agnet'),
      );
      fs.symlinkSync(program, path.join(folder, 'bartizan'));
      const hooks = fs.readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8');
      const entry = /entry: (bash .*)/.exec(hooks)?.[1] ?? 'false';
      assert.equal(shell(`PATH="$PWD:$PATH"; ${entry} x.genai.yaml`).status, 0);
      assert.equal(fs.readFileSync(path.join(folder, 'x.genai.yaml'), 'utf8'), supportChatbot);
    });
  });
});
