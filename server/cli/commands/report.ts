import { Option, type Command } from 'commander';
import { threatFormats, writeThreatReport, type ThreatFormat } from '../../report/threat/write-report.ts';
import { analyzeFile } from '../analyze-file.ts';
import { draw } from '../draw.ts';
import type { ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, outputOption, type JudgeFlags } from '../flags.ts';
import type { World } from '../world.ts';
import { writeOutput } from '../write-output.ts';

interface ReportFlags extends JudgeFlags {
  readonly format: ThreatFormat;
  readonly output?: string;
}

export function addReport(program: Command, world: World, done: (status: ExitStatus) => void): void {
  const command = program
    .command('report')
    .summary('write the threat report of a descriptor')
    .description(
      'Writes a threat report: risk before and after controls, coverage, attack paths, risk register, what to do next and how. HTML is one page that needs nothing else and prints well; JSON and CSV hold the findings alone.',
    )
    .argument('<file>', 'the descriptor')
    .addOption(
      new Option('-f, --format <format>', 'how to write').choices([...threatFormats]).default('html'),
    )
    .addOption(outputOption());
  addJudgeFlags(command, world)
    .addHelpText(
      'after',
      `
Examples:
  bartizan report chatbot.genai.yaml --output report.html
  bartizan report chatbot.genai.yaml --format csv --output findings.csv

Exit status: 0 written, 2 the descriptor cannot be read as a whole, or bad usage.`,
    )
    .action(async (file: string, flags: ReportFlags) => {
      const { analysis, status } = await analyzeFile(world, file, flags);
      const { format, edition, output } = flags;
      const input = { file, analysis, edition, draw: () => draw(world, analysis) };
      await writeOutput(world, output, await writeThreatReport(format, input));
      done(status);
    });
}
