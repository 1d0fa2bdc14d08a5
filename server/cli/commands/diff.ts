import path from 'node:path';
import { Option, type Command } from 'commander';
import { severities, type Severity } from '../../catalog/rule.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { colourful, plain } from '../../report/check/paint.ts';
import { compare, type Comparison } from '../../report/diff/compare.ts';
import { diffMarkdown } from '../../report/diff/diff-markdown.ts';
import { diffText } from '../../report/diff/diff-text.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, outputOption, type JudgeFlags } from '../flags.ts';
import { readAtRevision } from '../git.ts';
import { makeJudge } from '../judge.ts';
import { readText } from '../read-text.ts';
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
      'Shows which findings a change opens and closes, and risk and layers of defence before and after. BASE and HEAD are two files; with --file they are git revisions of that file, and HEAD may be left out for the file as it is now.',
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
  bartizan diff --file chatbot.genai.yaml HEAD --fail-on high      what is not committed yet`,
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
  const [before, after] = textsOf(world, base, head, flags.file);
  const { analyze } = await makeJudge(world, flags);
  const comparison = compare(analyze(before), analyze(after));
  const name = flags.file ?? path.basename(head ?? base);
  const coloured = flags.output === undefined && world.out.isTerminal && (world.env.NO_COLOR ?? '') === '';
  const text =
    flags.format === 'markdown'
      ? diffMarkdown(comparison, name)
      : diffText(comparison, coloured ? colourful : plain);
  await writeOutput(world, flags.output, text);
  return opensAt(comparison, flags.failOn) ? exitStatus.findings : exitStatus.clean;
}

/** A file that one side does not have is a system that is not there: an empty descriptor. */
const noSystem = 'bartizan: 1\n';

function textsOf(
  world: World,
  base: string,
  head: string | undefined,
  file: string | undefined,
): readonly [string, string] {
  if (file === undefined) {
    if (head === undefined)
      throw new Refusal('say which two files to compare, or name the file of two revisions by --file');
    return [readText(world.cwd, base), readText(world.cwd, head)];
  }
  const before = readAtRevision(world, base, file);
  const after = head === undefined ? readText(world.cwd, file) : readAtRevision(world, head, file);
  if (before === undefined && after === undefined)
    throw new Refusal(`"${file}" is in neither of the two revisions`);
  return [before ?? noSystem, after ?? noSystem];
}

function opensAt({ opened }: Comparison, threshold: Severity | 'never'): boolean {
  if (threshold === 'never') return false;
  return opened.some(
    (finding) => severities.indexOf(shownSeverity(finding)) >= severities.indexOf(threshold),
  );
}
