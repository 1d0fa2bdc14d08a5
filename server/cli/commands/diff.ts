import fs from 'node:fs';
import path from 'node:path';
import { Option, type Command } from 'commander';
import { severities, type Severity } from '../../catalog/rule.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { isUnreadable } from '../../report/check/checked-file.ts';
import { compare, type Comparison } from '../../report/diff/compare.ts';
import { diffMarkdown } from '../../report/diff/diff-markdown.ts';
import { diffText } from '../../report/diff/diff-text.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, outputOption, type JudgeFlags } from '../flags.ts';
import { readAtRevision, readBeforeRename } from '../git.ts';
import { makeJudge } from '../judge.ts';
import { requireKnownOptions } from '../known-options.ts';
import { paintFor } from '../paint-for.ts';
import { readText } from '../read-text.ts';
import { sayErrors } from '../say-errors.ts';
import { Refusal, type World } from '../world.ts';
import { writeOutput } from '../write-output.ts';

interface DiffFlags extends JudgeFlags {
  readonly format: 'text' | 'markdown';
  readonly file?: string;
  readonly failOn: Severity | 'never';
  readonly output?: string;
}

export function addDiff(program: Command, world: World, done: (status: ExitStatus) => void): void {
  const command = program
    .command('diff')
    .summary('compare two versions of a descriptor')
    .description(
      'Shows which findings a change opens and closes, and risk and layers of defence before and after. BASE and HEAD are two files; with --file they are git revisions of that file, and HEAD may be left out for the file as it is now. A renamed file is compared with what it was.',
    )
    .argument('<base>', 'the file, or revision, before')
    .argument('[head]', 'the file, or revision, after')
    .option('--file <file>', 'compare git revisions of this file')
    .addOption(
      new Option('-f, --format <format>', 'how to print').choices(['text', 'markdown']).default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 when an opened finding is at least this severe')
        .choices([...severities.toReversed(), 'never'])
        .default('never'),
    )
    .addOption(outputOption());
  addJudgeFlags(command, world)
    .addHelpText(
      'after',
      `
Examples:
  bartizan diff before.genai.yaml after.genai.yaml
  bartizan diff --file chatbot.genai.yaml main HEAD --format markdown
  bartizan diff --file chatbot.genai.yaml HEAD --fail-on high      what is not committed yet

Exit status: 0 compared, 1 an opened finding reaches --fail-on, 2 a version cannot be read, or bad usage.`,
    )
    .action(async (base: string, head: string | undefined, flags: DiffFlags) => {
      done(await diff(world, base, head, flags));
    });
}

async function diff(
  world: World,
  base: string,
  head: string | undefined,
  flags: DiffFlags,
): Promise<ExitStatus> {
  const sides = sidesOf(world, base, head, flags.file);
  const { analyze } = await makeJudge(world, flags);
  const [before, after] = [analyze(sides.before.text), analyze(sides.after.text)] as const;
  requireKnownOptions(flags.with, [before, after]);
  await refuseUnreadable(world, sides.before.name, before);
  await refuseUnreadable(world, sides.after.name, after);
  const comparison = compare(before, after);
  const text =
    flags.format === 'markdown'
      ? diffMarkdown(comparison, flags.file ?? path.basename(head ?? base))
      : diffText(comparison, paintFor(world, flags.output));
  await writeOutput(world, flags.output, text);
  return opensAt(comparison, flags.failOn) ? exitStatus.findings : exitStatus.clean;
}

interface Side {
  readonly name: string;
  readonly text: string;
}

/** A file that one side does not have is a system that is not there: an empty descriptor. */
const noSystem = 'bartizan: 1\n';

function sidesOf(
  world: World,
  base: string,
  head: string | undefined,
  file: string | undefined,
): { readonly before: Side; readonly after: Side } {
  if (file === undefined) {
    if (head === undefined)
      throw new Refusal('say which two files to compare, or name the file of two revisions by --file');
    return { before: readSide(world, base), after: readSide(world, head) };
  }
  const after = head === undefined ? readNow(world, file) : readAtRevision(world, head, file);
  const before =
    readAtRevision(world, base, file) ??
    (after === undefined ? undefined : readBeforeRename(world, base, head, file));
  if (before === undefined && after === undefined)
    throw new Refusal(`"${file}" is in neither of the two versions`);
  return {
    before: { name: `${before?.file ?? file} at ${base}`, text: before?.text ?? noSystem },
    after: { name: head === undefined ? file : `${file} at ${head}`, text: after?.text ?? noSystem },
  };
}

function readSide(world: World, name: string): Side {
  if (!fs.existsSync(path.resolve(world.cwd, name)))
    throw new Refusal(`"${name}" is not there; to compare revisions of a file, name it by --file`);
  return { name, text: readText(world.cwd, name) };
}

/** The file as it lies in the folder; undefined where it was deleted. */
function readNow(world: World, file: string): { readonly text: string } | undefined {
  return fs.existsSync(path.resolve(world.cwd, file)) ? { text: readText(world.cwd, file) } : undefined;
}

/** What cannot be read as a whole has no findings in the rest, so a comparison would call them closed. */
async function refuseUnreadable(world: World, name: string, analysis: Analysis): Promise<void> {
  await sayErrors(world, name, analysis);
  if (isUnreadable({ analysis }))
    throw new Refusal(`"${name}" cannot be read as a whole, so nothing is compared`);
}

function opensAt({ opened }: Comparison, threshold: Severity | 'never'): boolean {
  if (threshold === 'never') return false;
  return opened.some(
    (finding) => severities.indexOf(shownSeverity(finding)) >= severities.indexOf(threshold),
  );
}
