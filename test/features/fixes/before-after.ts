import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One case of a fixture: a descriptor, and the same after a change. In the file:
 *
 *     # ==== what it shows
 *     # fix: Plan "human-approval" on "bot"
 *     …before…
 *     # ---- after
 *     …after…
 *
 * Lines `# word: …` under the title say what is done and what is given. Without a part "after", nothing is offered.
 */
export interface BeforeAfter {
  readonly title: string;
  readonly says: Readonly<Record<string, string>>;
  readonly before: string;
  readonly after: string | undefined;
}

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../fixtures/fixes');

export function readCases(file: string): readonly BeforeAfter[] {
  const source = fs.readFileSync(path.join(folder, file), 'utf8');
  return source
    .split(/^# ==== /m)
    .slice(1)
    .map(readCase);
}

function readCase(source: string): BeforeAfter {
  const [, title = '', head = '', body = ''] = /^(.*)\n((?:# [a-z]+: .*\n)*)([^]*)$/.exec(source) ?? [];
  const says = Object.fromEntries(
    head
      .trimEnd()
      .split('\n')
      .map((line) => /^# ([a-z]+): (.*)$/.exec(line)?.slice(1) ?? ['', '']),
  ) as Record<string, string>;
  const [before = '', after] = body.replace(/\n+$/, '\n').split('# ---- after\n');
  return { title, says, before, after };
}
