import { createTwoFilesPatch } from 'diff';
import type { Command } from 'commander';
import type { Analysis } from '../../analysis/analysis.ts';
import { fixEverything } from '../../features/fix-everything.ts';
import { isUnreadable } from '../../report/check/checked-file.ts';
import { printable } from '../../report/check/printable.ts';
import { applyEdits } from '../../text/text-edit.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, type JudgeFlags } from '../flags.ts';
import { makeJudge, type Judge } from '../judge.ts';
import { requireKnownOptions } from '../known-options.ts';
import { readText } from '../read-text.ts';
import { Refusal, type World } from '../world.ts';
import { writeFile } from '../write-output.ts';

interface FixFlags extends JudgeFlags {
  readonly dryRun?: true;
}

export function addFix(program: Command, world: World, done: (status: ExitStatus) => void): void {
  const command = program
    .command('fix')
    .summary('correct what is certain in a descriptor')
    .description(
      'Applies the safe fixes: slips of the pen and misplaced entries. It never claims that a control is there; comments and layout stay. What is left needs you: bartizan check shows it.',
    )
    .argument('<files...>', 'the descriptors')
    .option('-n, --dry-run', 'show what would change and change nothing');
  addJudgeFlags(command, world)
    .addHelpText('after', `\n${examples}`)
    .action(async (files: readonly string[], flags: FixFlags) => {
      done(await fix(world, files, flags));
    });
}

const examples = `Examples:
  bartizan fix chatbot.genai.yaml --dry-run
  bartizan fix chatbot.genai.yaml agent.genai.yaml

Exit status: 0 done, 2 a descriptor cannot be read as a whole or not written, or bad usage.`;

async function fix(world: World, files: readonly string[], flags: FixFlags): Promise<ExitStatus> {
  const judge = await makeJudge(world, flags);
  let status: ExitStatus = exitStatus.clean;
  for (const file of files) {
    try {
      if (!(await fixFile(world, file, judge, flags))) status = exitStatus.refused;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await world.err.write(`bartizan: ${error.message}\n`);
      status = exitStatus.refused;
    }
  }
  return status;
}

/** Fixes one file and says so; gives whether what it is now can be read as a whole. */
async function fixFile(world: World, file: string, judge: Judge, flags: FixFlags): Promise<boolean> {
  const before = readText(world.cwd, file);
  const analysis = judge.analyze(before);
  requireKnownOptions(flags.with, [analysis]);
  const after = applyEdits(before, fixEverything(analysis, judge.analyze));
  const fixed = after === before ? analysis : judge.analyze(after);
  if (after !== before && flags.dryRun === true) {
    const patch = createTwoFilesPatch(file, file, before, after, '', '', { context: 2 });
    await world.out.write(patch.split('\n').map(printable).join('\n'));
  } else {
    if (after !== before) writeFile(world.cwd, file, after);
    const done = after === before ? 'nothing to fix' : 'fixed';
    await world.out.write(`${printable(file)}: ${done}; ${errorsLeft(fixed)}\n`);
  }
  return !isUnreadable({ analysis: fixed });
}

function errorsLeft({ problems }: Analysis): string {
  const left = problems.filter(({ severity }) => severity === 'error').length;
  if (left === 0) return 'no errors are left';
  return `${left === 1 ? '1 error is' : `${left} errors are`} left, which bartizan check shows`;
}
