import { createTwoFilesPatch } from 'diff';
import type { Command } from 'commander';
import { fixEverything } from '../../features/fix-everything.ts';
import { printable } from '../../report/check/printable.ts';
import { applyEdits } from '../../text/text-edit.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, type JudgeFlags } from '../flags.ts';
import { makeJudge } from '../judge.ts';
import { readText } from '../read-text.ts';
import type { World } from '../world.ts';
import { writeFile } from '../write-output.ts';

interface FixFlags extends JudgeFlags {
  readonly dryRun?: true;
}

export function addFix(program: Command, world: World, done: (status: ExitStatus) => void): void {
  const command = program
    .command('fix')
    .summary('correct what is certain in a descriptor')
    .description(
      'Applies the safe fixes: slips of the pen and misplaced entries. It never claims that a control is there; comments and layout stay.',
    )
    .argument('<file>', 'the descriptor')
    .option('-n, --dry-run', 'show what would change and change nothing');
  addJudgeFlags(command, world).action(async (file: string, flags: FixFlags) => {
    done(await fix(world, file, flags));
  });
}

async function fix(world: World, file: string, flags: FixFlags): Promise<ExitStatus> {
  const { analyze } = await makeJudge(world, flags);
  const before = readText(world.cwd, file);
  const after = applyEdits(before, fixEverything(analyze(before), analyze));
  if (after === before) {
    await world.out.write(`${printable(file)}: nothing to fix\n`);
    return exitStatus.clean;
  }
  if (flags.dryRun === true) {
    const patch = createTwoFilesPatch(file, file, before, after, '', '', { context: 2 });
    await world.out.write(patch.split('\n').map(printable).join('\n'));
    return exitStatus.clean;
  }
  writeFile(world.cwd, file, after);
  const left = analyze(after).problems.filter(({ severity }) => severity === 'error').length;
  await world.out.write(
    `${printable(file)}: fixed; ${left === 0 ? 'no errors are left' : `${left} errors are left`}\n`,
  );
  return exitStatus.clean;
}
