import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/lib/project.ts';
import { supportChatbot } from '../support/example.ts';
import { useProgram } from '../support/program.ts';

const commit = 'git add . && git -c user.name=t -c user.email=t@example.com commit -q -m x';
const changed = supportChatbot.replace('human-approval: absent', 'human-approval: implemented');

describe('Bartizan in CI', () => {
  const folder = useProgram();

  describe('the GitHub action', () => {
    const check = (env: Readonly<Record<string, string>> = {}) =>
      folder.shell('bash "$ROOT/ci/check.sh"', {
        BARTIZAN_OUT: folder.at('out dir'),
        BARTIZAN_PATHS: 'x.genai.yaml\n',
        GITHUB_OUTPUT: folder.at('outputs'),
        GITHUB_STEP_SUMMARY: folder.at('summary.md'),
        ...env,
      });

    it('checks, keeps the findings for code scanning and hands on the status', () => {
      assert.equal(check().status, 0);
      assert.equal(folder.read('outputs'), `status=1\nsarif=${folder.at('out dir/bartizan.sarif')}\n`);
      assert.match(folder.read('summary.md'), /^# Bartizan/);
      assert.match(folder.read('out dir/bartizan.sarif'), /"version": "2\.1\.0"/);
    });

    it('uploads nothing when a descriptor cannot be read, since that would close what it had', () => {
      folder.write('x.genai.yaml', 'bartizan: 1\nflows: [');
      assert.equal(check().status, 0);
      assert.equal(folder.read('outputs'), 'status=2\n');
    });

    const diff = () =>
      folder.shell('bash "$ROOT/ci/diff.sh"', {
        BARTIZAN_BASE: 'main',
        BARTIZAN_OUT: folder.at('out'),
        GITHUB_OUTPUT: folder.at('outputs'),
      });

    it('comments what a branch changes, whatever its files are called', () => {
      const odd = "$(touch hacked) it's.genai.yaml";
      folder.write(odd, supportChatbot);
      assert.equal(folder.shell(`git init -q -b main && ${commit}`).status, 0);
      folder.write(odd, changed);
      folder.shell(`git checkout -q -b branch && git mv x.genai.yaml moved.genai.yaml && ${commit}`);
      const { status, err } = diff();
      assert.equal(status, 0, err);
      const comment = folder.read('out/comment.md');
      assert.match(comment, /^<!-- bartizan -->\n### Bartizan: /);
      assert.match(comment, /[1-9]\d* closed/);
      assert.match(comment, /### Bartizan: moved\.genai\.yaml\n\n\*\*No finding opened or closed\.\*\*/);
      assert.doesNotMatch(comment, /cannot be judged|Bartizan: x\.genai/);
      assert.ok(!fs.existsSync(folder.at('hacked')));
      assert.match(folder.read('outputs'), /^comment=.*comment\.md$/m);
    });

    it('says nothing where no descriptor changes', () => {
      folder.shell(`git init -q -b main && ${commit}`);
      diff();
      assert.ok(!fs.existsSync(folder.at('outputs')));
    });

    it('says what is missing in a shallow clone', () => {
      folder.shell(`git init -q -b other && ${commit}`);
      const { status, err } = diff();
      assert.deepEqual([status, err.includes('fetch-depth: 0')], [1, true]);
    });

    describe('its comment', () => {
      interface Comment {
        readonly id: number;
        readonly url: string;
        readonly body: string;
        readonly user: { readonly type: string };
      }
      let comments: Comment[];
      let asked: string[];
      let server: http.Server;
      let api: string;

      beforeEach(async () => {
        [comments, asked] = [[], []];
        server = http.createServer((request, response) => void answer(request, response));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      });
      afterEach(() => server.close());

      /** As much of GitHub's comments as the script needs: pages of 100, creation, change. */
      async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
        const url = new URL(request.url ?? '', api);
        asked.push(`${request.method ?? ''} ${url.pathname}`);
        let sent = '';
        for await (const piece of request) sent += String(piece);
        if (request.headers.authorization !== 'Bearer secret') response.writeHead(403);
        if (request.method === 'GET') {
          const first = (Number(url.searchParams.get('page')) - 1) * 100;
          response.end(JSON.stringify(comments.slice(first, first + 100)));
          return;
        }
        if (response.statusCode === 200) {
          const { body } = JSON.parse(sent) as { body: string };
          const id = request.method === 'PATCH' ? Number(path.basename(url.pathname)) : comments.length;
          comments[id] = commentOf(id, body, 'Bot');
        }
        response.end('{}');
      }

      function commentOf(id: number, body: string, type: string): Comment {
        return { id, url: `${api}/repos/o/r/issues/comments/${id}`, body, user: { type } };
      }

      async function comment(body: string, token = 'secret') {
        folder.write('comment.md', body);
        const env = {
          ...process.env,
          GITHUB_API_URL: api,
          GITHUB_REPOSITORY: 'o/r',
          GITHUB_TOKEN: token,
          BARTIZAN_PULL: '7',
          BARTIZAN_COMMENT: folder.at('comment.md'),
        };
        return promisify(execFile)('node', [path.join(ROOT, 'ci/comment.mjs')], { env });
      }

      it('stands once, and is changed where it stands', async () => {
        const mark = '<!-- bartizan -->';
        for (let id = 0; id < 100; id += 1) comments.push(commentOf(id, 'looks good', 'User'));
        comments.push(commentOf(100, `${mark} an imitation`, 'User'));
        await comment(`${mark}\nfirst "ü"`);
        await comment(`${mark}\nsecond`);
        assert.equal(comments.length, 102);
        assert.equal(comments[101]?.body, `${mark}\nsecond`);
        assert.match(comments[100]?.body ?? '', /imitation/);
        assert.deepEqual(asked.slice(-1), ['PATCH /repos/o/r/issues/comments/101']);
      });

      it('says in a sentence what GitHub refuses', async () => {
        await assert.rejects(comment('x', 'wrong'), (error: Error & { stderr: string; code: number }) => {
          assert.equal(error.code, 1);
          assert.match(error.stderr, /^bartizan: GitHub answers 403 to GET .*pull-requests: write\n$/);
          return true;
        });
      });
    });

    it('runs scripts that are there', () => {
      const { runs } = parse(fs.readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as {
        runs: { steps: { run?: string }[] };
      };
      const scripts = runs.steps.flatMap(
        ({ run }) => /\$GITHUB_ACTION_PATH\/([\w/.]+)/.exec(run ?? '')?.[1] ?? [],
      );
      assert.equal(scripts.length, 3);
      for (const script of scripts) assert.ok(fs.existsSync(path.join(ROOT, script)), script);
    });
  });

  describe('the GitLab template', () => {
    it('checks, and tells what a merge request changes', () => {
      const { bartizan } = parse(fs.readFileSync(path.join(ROOT, 'ci/gitlab.yml'), 'utf8')) as {
        bartizan: { script: string[]; variables: Record<string, string> };
      };
      const [install, ...script] = bartizan.script;
      assert.match(install ?? '', /^npm install /);
      folder.shell(`git init -q -b main && ${commit}`);
      folder.write('x.genai.yaml', changed);
      folder.shell(`git checkout -q -b branch && ${commit}`);
      const { status, out, err } = folder.shell(['set -eo pipefail', ...script].join('\n'), {
        ...bartizan.variables,
        CI_MERGE_REQUEST_DIFF_BASE_SHA: folder.shell('git rev-parse main').out.trim(),
      });
      assert.equal(status, 1, err);
      assert.match(out, /1 descriptor checked, findings: /);
      assert.match(folder.read('bartizan-diff.md'), /### Bartizan: x\.genai\.yaml[^]*[1-9]\d* closed/);
      assert.match(folder.read('bartizan.sarif'), /"version": "2\.1\.0"/);
    });
  });

  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    repository: { url: string };
    version: string;
  };

  it('is named in the guide as package.json names it', () => {
    const url = manifest.repository.url.replace(/\.git$/, '');
    const guide = fs.readFileSync(path.join(ROOT, 'docs/guides/ci.md'), 'utf8');
    assert.deepEqual(
      [...guide.matchAll(/(?:uses: (?!actions\/)|repo: |rev: )(\S+)/g)].map(([, name]) => name),
      [`${new URL(url).pathname.slice(1)}@v${manifest.version}`, url, `v${manifest.version}`],
    );
  });

  it('fixes and checks by the hooks of pre-commit', () => {
    // In the place of npx and its registry: what comes after the package is the program on the PATH.
    folder.write('bin/npx', `#!/bin/sh\n[ "$3" = bartizan@${manifest.version} ] && shift 4 && exec "$@"\n`);
    fs.chmodSync(folder.at('bin/npx'), 0o755);
    folder.write('x.genai.yaml', supportChatbot.replace('kind: agent', 'kind: agnet'));
    const hooks = parse(fs.readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as {
      id: string;
      entry: string;
    }[];
    const entryOf = (id: string): string => hooks.find((hook) => hook.id === id)?.entry ?? 'false';
    assert.equal(folder.shell(`${entryOf('bartizan-fix')} x.genai.yaml`).status, 0);
    assert.equal(folder.read('x.genai.yaml'), supportChatbot);
    const { status, out } = folder.shell(`${entryOf('bartizan-check')} x.genai.yaml`);
    assert.deepEqual([status, out.includes('1 descriptor checked')], [1, true]);
  });
});
