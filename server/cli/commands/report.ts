import { Option, type Command } from 'commander';
import { renderSvg } from '../../diagram/svg/render-svg.ts';
import { findingsCsv } from '../../report/findings/findings-csv.ts';
import { findingsJson } from '../../report/findings/findings-json.ts';
import { htmlReport } from '../../report/threat/html/html-report.ts';
import { markdownReport } from '../../report/threat/markdown/markdown-report.ts';
import { buildGraph } from '../../diagram/graph/build-graph.ts';
import { renderMermaid } from '../../diagram/mermaid/render-mermaid.ts';
import { analyzeFile } from '../analyze-file.ts';
import { draw } from '../draw.ts';
import type { ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, outputOption, type JudgeFlags } from '../flags.ts';
import { programVersion } from '../version.ts';
import type { World } from '../world.ts';
import { writeOutput } from '../write-output.ts';
import type { Analysis } from '../../analysis/analysis.ts';

interface ReportFlags extends JudgeFlags {
  readonly format: 'html' | 'markdown' | 'json' | 'csv';
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
      new Option('-f, --format <format>', 'how to write')
        .choices(['html', 'markdown', 'json', 'csv'])
        .default('html'),
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
      await writeOutput(world, flags.output, await rendered(world, file, analysis, flags));
      done(status);
    });
}

async function rendered(world: World, file: string, analysis: Analysis, flags: ReportFlags): Promise<string> {
  const { edition } = flags;
  switch (flags.format) {
    case 'html': {
      const picture = renderSvg(await draw(world, analysis), { theme: 'editor', frame: 'sheet' });
      return htmlReport(analysis, picture, { edition, version: programVersion });
    }
    case 'markdown':
      return markdownReport(analysis, renderMermaid(buildGraph(analysis)), edition);
    case 'json':
      return findingsJson(file, analysis);
    case 'csv':
      return findingsCsv(file, analysis);
  }
}
