import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { supportChatbot } from '../support/example.ts';
import { makeCliFolder, type CliFolder } from '../support/cli.ts';
import { templateNames } from '../../server/cli/templates/template.ts';

describe('the commands', () => {
  let folder: CliFolder;
  beforeEach(async () => (folder = await makeCliFolder()));
  afterEach(() => folder.dispose());

  describe('check', () => {
    it('finds descriptors below folders and by globs, and leaves out what git ignores', async () => {
      folder.write('a/one.genai.yaml', supportChatbot);
      folder.write('b/two.genai.yml', supportChatbot);
      folder.write('build/three.genai.yaml', supportChatbot);
      folder.write('node_modules/x/four.genai.yaml', supportChatbot);
      folder.write('.gitignore', 'build/\n');
      assert.match((await folder.run('check', '--fail-on', 'never')).out, /^2 descriptors checked/m);
      assert.match(
        (await folder.run('check', '*/two.genai.yml', '--fail-on', 'never')).out,
        /^1 descriptor checked/m,
      );
      assert.match(
        (await folder.run('check', 'build/three.genai.yaml', '--fail-on', 'never')).out,
        /^1 descriptor/m,
      );
      const none = await folder.run('check', 'c/*.yaml');
      assert.equal(none.status, 2);
      assert.match(none.err, /no file matches "c\/\*\.yaml"/);
    });

    it('fails only on what a baseline does not have', async () => {
      folder.write('a/x.genai.yaml', supportChatbot);
      const written = await folder.run('check', '--write-baseline', 'base.json');
      assert.equal(written.status, 0);
      const same = await folder.run('check', '--baseline', 'base.json', '--fail-on', 'low');
      assert.equal(same.status, 0);
      assert.match(same.out, /no findings; 1 accepted; \d+ in the baseline/);
      folder.write(
        'a/x.genai.yaml',
        supportChatbot.replace('execution-budget: implemented', 'execution-budget: absent'),
      );
      const worse = await folder.run(
        'check',
        'a/x.genai.yaml',
        '--baseline',
        'base.json',
        '--fail-on',
        'low',
      );
      assert.equal(worse.status, 1);
      folder.write('base.json', '{}');
      assert.match((await folder.run('check', '--baseline', 'base.json')).err, /not a baseline of Bartizan/);
    });

    it('judges by rules of an organisation, and says which entries are broken', async () => {
      folder.write('x.genai.yaml', supportChatbot);
      folder.write(
        'org/mine.yaml',
        `rules:\n  our-rule:\n    title: Ours\n    zone: model\n    severity: low\n    risks: [prompt-injection]\n    when: { component: { kind: llm } }\n    message: '"{element}" is ours'\n    why: So we say.\n    instead: Ask us.\n  broken: { title: 1 }\n`,
      );
      const { out, err } = await folder.run(
        'check',
        'x.genai.yaml',
        '--catalog',
        'org',
        '--fail-on',
        'never',
      );
      assert.match(out, /low our-rule: "claude" is ours/);
      assert.match(err, /^bartizan: org\/mine\.yaml:\d+:\d+: .*; this entry is left out$/m);
      const tested = await folder.run('test-catalog', 'org');
      assert.equal(tested.status, 1);
      assert.match(tested.out, /mine\.yaml/);
    });

    it('leaves out rules and assumptions on request', async () => {
      folder.write('x.genai.yaml', supportChatbot);
      const all = await folder.run('check', '--format', 'json');
      const rule = /"rule": "([a-z-]+)"/.exec(all.out)?.[1] ?? '';
      const { out } = await folder.run('check', '--format', 'json', '--rules-off', rule);
      assert.doesNotMatch(out, new RegExp(`"rule": "${rule}"`));
      assert.doesNotMatch((await folder.run('check', '--no-assumptions')).out, /assumed/);
      const unknown = await folder.run('check', '--rules-off', `${rule}x`);
      assert.deepEqual([unknown.status, unknown.err.includes(`did you mean "${rule}"`)], [2, true]);
    });
  });

  describe('output', () => {
    it('is written whole, through a link, or not at all', async () => {
      folder.write('x.genai.yaml', supportChatbot);
      folder.write('real.txt', 'old');
      fs.symlinkSync('real.txt', path.join(folder.folder, 'link.txt'));
      await folder.run('check', '--output', 'link.txt');
      assert.match(folder.read('real.txt'), /descriptor checked/);
      assert.ok(fs.lstatSync(path.join(folder.folder, 'link.txt')).isSymbolicLink());
      for (const [target, reason] of [
        ['nowhere/x.txt', /the folder is not there/],
        ['x.genai.yaml/y', /not a folder/],
        ['.', /is a folder/],
        ['x.genai.yaml', /is a descriptor; it is not overwritten/],
      ] as const) {
        const { status, err } = await folder.run('check', '--output', target);
        assert.equal(status, 2);
        assert.match(err, reason);
      }
      assert.deepEqual(fs.readdirSync(folder.folder).sort(), ['link.txt', 'real.txt', 'x.genai.yaml']);
    });
  });

  describe('bad input', () => {
    it('gets a clear sentence each', async () => {
      fs.symlinkSync('loop.genai.yaml', path.join(folder.folder, 'loop.genai.yaml'));
      assert.match(
        (await folder.run('check', 'loop.genai.yaml')).err,
        /symbolic link that leads back to itself/,
      );
      fs.mkdirSync(path.join(folder.folder, 'deep'));
      fs.symlinkSync('..', path.join(folder.folder, 'deep', 'up'));
      folder.write('deep/x.genai.yaml', supportChatbot);
      assert.match((await folder.run('check', 'deep', '--fail-on', 'never')).out, /1 descriptor checked/);
      fs.mkdirSync(path.join(folder.folder, 'empty'));
      assert.match(
        (await folder.run('check', 'empty')).err,
        /there is no descriptor \(\*\.genai\.yaml\) below "empty"/,
      );
      fs.writeFileSync(path.join(folder.folder, 'huge.genai.yaml'), Buffer.alloc(50_000_000, 32));
      const huge = await folder.run('check', 'huge.genai.yaml');
      assert.deepEqual([huge.status, huge.err.includes('larger than 32 MB')], [2, true]);
      const device = await folder.run('check', '/dev/zero');
      assert.deepEqual([device.status, device.err.includes('is a device')], [2, true]);
    });

    it('refuses what is no command and helps', async () => {
      const { status, err } = await folder.run('chekc');
      assert.equal(status, 2);
      assert.match(err, /^bartizan: unknown command 'chekc'[^]*check/);
      assert.match((await folder.run('report')).err, /bartizan report --help/);
      const help = await folder.run('--help');
      assert.equal(help.status, 0);
      for (const command of ['check', 'report', 'fix', 'init', 'diff'])
        assert.match(help.out, new RegExp(`^  ${command} `, 'm'));
    });
  });

  describe('report and diagram', () => {
    it('write every format', async () => {
      folder.write('x.genai.yaml', supportChatbot);
      const html = await folder.run('report', 'x.genai.yaml');
      assert.equal(html.status, 0);
      assert.match(html.out, /^<!doctype html>[^]*<svg [^]*<\/html>\n$/);
      assert.match(
        (await folder.run('report', 'x.genai.yaml', '-f', 'markdown')).out,
        /^# Threat report: Support chatbot/,
      );
      assert.match((await folder.run('report', 'x.genai.yaml', '-f', 'csv')).out, /^id,severity/);
      assert.match((await folder.run('report', 'x.genai.yaml', '-f', 'json')).out, /^\{\n {2}"version": 1/);
      assert.match((await folder.run('diagram', 'x.genai.yaml')).out, /^<svg /);
      assert.match((await folder.run('diagram', 'x.genai.yaml', '-f', 'mermaid')).out, /^flowchart LR/);
    });

    it('say what is wrong with the descriptor', async () => {
      folder.write('x.genai.yaml', 'bartizan: 1\nflows: [');
      const { status, err } = await folder.run('report', 'x.genai.yaml');
      assert.equal(status, 2);
      assert.match(err, /x\.genai\.yaml:2:\d+: /);
    });
  });

  describe('explain', () => {
    it('refuses a place that the descriptor does not have', async () => {
      folder.write('x.genai.yaml', supportChatbot);
      const { status, err } = await folder.run('explain', 'lethal-trifecta@bott', 'x.genai.yaml');
      assert.equal(status, 2);
      assert.match(err, /no element, flow or boundary "bott"; did you mean "bot"\?/);
      assert.equal((await folder.run('explain', 'lethal-trifecta@bot', 'x.genai.yaml')).status, 0);
    });
  });

  describe('fix', () => {
    it('corrects what is certain, and only shows it on a dry run', async () => {
      const slip = supportChatbot.replace('kind: agent', 'kind: agnet');
      folder.write('x.genai.yaml', slip);
      const dry = await folder.run('fix', 'x.genai.yaml', '--dry-run');
      assert.match(dry.out, /^-.*agnet$[^]*^\+.*agent$/m);
      assert.equal(folder.read('x.genai.yaml'), slip);
      assert.match((await folder.run('fix', 'x.genai.yaml')).out, /fixed; no errors are left/);
      assert.equal(folder.read('x.genai.yaml'), supportChatbot);
      assert.match((await folder.run('fix', 'x.genai.yaml')).out, /nothing to fix; no errors are left/);
    });

    it('goes on after a file that cannot be fixed, and keeps every other byte', async () => {
      const slip = supportChatbot.replace('kind: agent', 'kind: agnet');
      const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
      folder.write('broken.genai.yaml', 'bartizan: 1\nflows: [');
      folder.write('x.genai.yaml', windows(slip));
      const { status, out, err } = await folder.run('fix', 'nowhere', 'broken.genai.yaml', 'x.genai.yaml');
      assert.equal(status, 2);
      assert.match(err, /"nowhere" cannot be read/);
      assert.match(out, /^broken\.genai\.yaml: nothing to fix; 2 errors are left/m);
      assert.equal(folder.read('x.genai.yaml'), windows(supportChatbot));
    });
  });

  describe('init', () => {
    for (const template of templateNames) {
      it(`writes a ${template} that has no problems`, async () => {
        const { status } = await folder.run('init', '--template', template, '--name', `My: "${template}" #1`);
        assert.equal(status, 0);
        const checked = await folder.run('check', '--format', 'json');
        const { files } = JSON.parse(checked.out) as {
          files: { system: string; problems: { severity: string; message: string }[] }[];
        };
        assert.equal(files[0]?.system, `My: "${template}" #1`);
        assert.deepEqual(
          files[0].problems.filter(({ severity }) => severity !== 'hint'),
          [],
        );
      });
    }

    it('asks, and never overwrites', async () => {
      const answers = ['nonsense', 'agent', 'Helper', '', '2'];
      const ask = () => Promise.resolve(answers.shift() ?? '');
      const { out } = await folder.runWith({ ask }, 'init');
      assert.match(out, /"nonsense" is none of them[^]*wrote helper\.genai\.yaml/);
      assert.match(
        folder.read('helper.genai.yaml'),
        /name: Helper\n {2}owner: team@example\.com[^]*platform: azure/,
      );
      const again = await folder.run('init', '-t', 'agent', '--name', 'Helper');
      assert.deepEqual([again.status, again.err.includes('is there already')], [2, true]);
      assert.match((await folder.run('init')).err, /nobody can be asked here/);
      assert.match(
        (await folder.run('init', '-t', 'agent', '--name', ' ')).err,
        /name of the system is empty/,
      );
    });
  });

  describe('diff', () => {
    const later = supportChatbot.replace('human-approval: absent', 'human-approval: implemented');

    it('compares two files', async () => {
      folder.write('a.yaml', supportChatbot);
      folder.write('b.yaml', later);
      const { out, status } = await folder.run('diff', 'a.yaml', 'b.yaml');
      assert.equal(status, 0);
      assert.match(out, /^- .*@bot: [^]*\d+ opened, [1-9]\d* closed/m);
      assert.equal((await folder.run('diff', 'b.yaml', 'a.yaml', '--fail-on', 'low')).status, 1);
    });

    it('compares nothing with what cannot be read as a whole', async () => {
      folder.write('a.yaml', supportChatbot);
      folder.write('b.yaml', 'bartizan: 1\nflows: [');
      const { status, out, err } = await folder.run('diff', 'a.yaml', 'b.yaml');
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /^bartizan: b\.yaml:2:\d+: [^]*"b\.yaml" cannot be read as a whole/);
    });

    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder.folder,
      });

    it('follows a renamed file, and takes a missing one for a system that is not there', async () => {
      git('init', '-q');
      folder.write('sub/old.genai.yaml', supportChatbot);
      folder.write('gone.genai.yaml', supportChatbot);
      git('add', '.');
      git('commit', '-q', '-m', 'one');
      git('mv', 'sub/old.genai.yaml', 'new | `name`.genai.yaml');
      folder.write('new | `name`.genai.yaml', later);
      git('rm', '-q', 'gone.genai.yaml');
      git('add', '.');
      const diff = async (...args: readonly string[]) => (await folder.run('diff', ...args)).out;
      const renamed = /\b[0-2] opened, [1-9] closed/;
      assert.match(await diff('--file', 'new | `name`.genai.yaml', 'HEAD'), renamed);
      assert.match(await diff('--file', 'gone.genai.yaml', 'HEAD'), /\n0 opened, [1-9]\d closed/);
      git('commit', '-q', '-m', 'two');
      assert.match(await diff('--file', 'new | `name`.genai.yaml', 'HEAD~1', 'HEAD'), renamed);
      const markdown = await diff('-f', 'markdown', '--file', 'new | `name`.genai.yaml', 'HEAD~1', 'HEAD');
      assert.match(markdown, /^### Bartizan: new \\\| \\`name\\`\.genai\.yaml$/m);
      const { err } = await folder.run('diff', 'HEAD~1', 'HEAD');
      assert.match(err, /"HEAD~1" is not there; to compare revisions of a file, name it by --file/);
    });

    it('says that there is no repository', async () => {
      const { err } = await folder.run('diff', '--file', 'x.genai.yaml', 'HEAD');
      assert.match(err, /^bartizan: git opens no repository here: not a git repository/);
    });

    it('compares git revisions of one file, whatever they are called', async () => {
      git('init', '-q');
      git('commit', '-q', '--allow-empty', '-m', 'empty');
      git('tag', 'before');
      folder.write('sub/x.genai.yaml', supportChatbot);
      git('add', '.');
      git('commit', '-q', '-m', 'one');
      folder.write('sub/x.genai.yaml', later);
      const { out } = await folder.run('diff', '--file', 'sub/x.genai.yaml', 'HEAD', '--format', 'markdown');
      assert.match(out, /\d+ opened, [1-9]\d* closed/);
      assert.match(
        (await folder.run('diff', '--file', 'sub/x.genai.yaml', 'before', 'HEAD')).out,
        /[1-9]\d* opened, 0 closed/,
      );
      const hostile = await folder.run('diff', '--file', 'sub/x.genai.yaml', '$(touch hacked)', 'HEAD');
      assert.match(hostile.err, /there is no revision "\$\(touch hacked\)"/);
      assert.equal(
        (await folder.run('diff', '--file', 'sub/x.genai.yaml', '--output=x', 'HEAD~9')).status,
        2,
      );
      assert.ok(!fs.existsSync(path.join(folder.folder, 'hacked')));
    });
  });

  describe('catalog and completion', () => {
    it('list what there is', async () => {
      assert.match((await folder.run('catalog')).out, /^\d+ risks, \d+ controls, \d+ rules/);
      const json: unknown = JSON.parse((await folder.run('catalog', '--format', 'json')).out);
      assert.ok(typeof json === 'object' && json !== null && 'counts' in json);
    });

    for (const shell of ['bash', 'zsh', 'fish'] as const) {
      it(`complete in ${shell}, as far as the shell is here`, async () => {
        const { out } = await folder.run('completion', shell);
        assert.match(out, /--fail-on|-l fail-on/);
        folder.write('script', out);
        try {
          execFileSync(shell, ['-n', 'script'], { cwd: folder.folder, stdio: 'pipe' });
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
        }
      });
    }

    it('complete commands, options and values', async () => {
      folder.write('script', (await folder.run('completion', 'bash')).out);
      const complete = (...words: readonly string[]) =>
        execFileSync(
          'bash',
          [
            '-c',
            'source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bartizan; echo "${COMPREPLY[*]}"',
            'bash',
            ...words,
          ],
          { cwd: folder.folder, encoding: 'utf8' },
        ).trim();
      assert.equal(complete('bartizan', 'che'), 'check');
      assert.equal(complete('bartizan', 'check', '--fail-on', 'h'), 'high');
      assert.equal(complete('bartizan', 'check', '--base'), '--baseline');
      assert.equal(complete('bartizan', 'help', 'diag'), 'diagram');
      assert.equal(complete('bartizan', 'completion', ''), 'bash zsh fish');
      assert.equal(complete('bartizan', 'check', '--baseline', 'scr'), 'script');
    });
  });
});
