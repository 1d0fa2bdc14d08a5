import { CommanderError } from 'commander';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import { buildProgram } from './program.ts';
import { Refusal, type World } from './world.ts';

/** Runs the command that the arguments name, and gives the exit status. Says what goes wrong; never throws. */
export async function runCommandLine(world: World, args: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.clean;
  try {
    const program = buildProgram(world, (reached) => (status = reached));
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.refused;
    if (error instanceof Refusal) {
      await world.err.write(`bartizan: ${error.message}\n`);
      return exitStatus.refused;
    }
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await world.err.write(`bartizan: this is a fault of Bartizan itself, please report it\n${cause}\n`);
    return exitStatus.refused;
  }
}
