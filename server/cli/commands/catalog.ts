import { Option, type Command } from 'commander';
import { catalogJson, catalogText } from '../../report/catalog/list-catalog.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { catalogOption, outputOption } from '../flags.ts';
import { loadCatalogs } from '../load-catalog.ts';
import type { World } from '../world.ts';
import { writeOutput } from '../write-output.ts';

interface CatalogFlags {
  readonly format: 'text' | 'json';
  readonly catalog: readonly string[];
  readonly output?: string;
}

export function addCatalog(program: Command, world: World, done: (status: ExitStatus) => void): void {
  program
    .command('catalog')
    .summary('list risks, controls, rules and frameworks')
    .description(
      'Lists what Bartizan knows: risks with their ids in each edition, controls, rules, frameworks.',
    )
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(catalogOption('a catalog of your organisation over the built-in one; may be repeated'))
    .addOption(outputOption())
    .action(async (flags: CatalogFlags) => {
      const catalog = await loadCatalogs(world, flags.catalog);
      await writeOutput(
        world,
        flags.output,
        flags.format === 'json' ? catalogJson(catalog) : catalogText(catalog),
      );
      done(exitStatus.clean);
    });
}
