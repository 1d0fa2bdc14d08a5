import { Option, type Command } from 'commander';
import { buildGraph } from '../../diagram/graph/build-graph.ts';
import { renderMermaid } from '../../diagram/mermaid/render-mermaid.ts';
import { renderSvg } from '../../diagram/svg/render-svg.ts';
import type { ThemeName } from '../../diagram/svg/theme.ts';
import { draw } from '../draw.ts';
import type { ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, outputOption, type JudgeFlags } from '../flags.ts';
import { analyzeFile } from '../analyze-file.ts';
import type { World } from '../world.ts';
import { writeOutput } from '../write-output.ts';

interface DiagramFlags extends JudgeFlags {
  readonly format: 'svg' | 'mermaid';
  readonly theme: ThemeName;
  readonly frame: 'sheet' | 'bare';
  readonly output?: string;
}

export function addDiagram(program: Command, world: World, done: (status: ExitStatus) => void): void {
  const command = program
    .command('diagram')
    .summary('draw the data-flow diagram of a descriptor')
    .description('Draws the data-flow diagram with its trust boundaries, controls and findings.')
    .argument('<file>', 'the descriptor')
    .addOption(
      new Option('-f, --format <format>', 'how to draw; Mermaid is for places that show no SVG')
        .choices(['svg', 'mermaid'])
        .default('svg'),
    )
    .addOption(
      new Option('--theme <theme>', 'colours of the SVG')
        .choices(['light', 'dark', 'high-contrast'])
        .default('light'),
    )
    .addOption(
      new Option('--frame <frame>', 'with title and legend, or the diagram alone')
        .choices(['sheet', 'bare'])
        .default('sheet'),
    )
    .addOption(outputOption());
  addJudgeFlags(command, world)
    .addHelpText(
      'after',
      `
Examples:
  bartizan diagram chatbot.genai.yaml --output diagram.svg
  bartizan diagram chatbot.genai.yaml --format mermaid

Exit status: 0 drawn, 2 the descriptor cannot be read as a whole, or bad usage.`,
    )
    .action(async (file: string, flags: DiagramFlags) => {
      const { analysis, status } = await analyzeFile(world, file, flags);
      const picture =
        flags.format === 'mermaid'
          ? renderMermaid(buildGraph(analysis))
          : renderSvg(await draw(world, analysis), { theme: flags.theme, frame: flags.frame });
      await writeOutput(world, flags.output, picture);
      done(status);
    });
}
