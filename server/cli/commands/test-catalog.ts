import type { Command } from 'commander';
import { testExamples } from '../../analysis/rule-examples.ts';
import { printable } from '../../report/check/printable.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { loadCatalogLayer, parseOwnCatalog } from '../load-catalog.ts';
import type { World } from '../world.ts';

export function addTestCatalog(program: Command, world: World, done: (status: ExitStatus) => void): void {
  program
    .command('test-catalog')
    .summary("test the rules of your organisation's catalog")
    .description(
      "Loads a catalog of your organisation over the built-in one, says what is wrong in its files, and runs the examples of its rules: a failing example must show the finding at the place marked '# ^ finding', a passing one must show none.",
    )
    .argument('<path>', 'a YAML file, or a folder of them')
    .addHelpText(
      'after',
      '\nExit status: 0 all is well, 1 an entry or example is at fault, 2 it cannot be read.',
    )
    .action(async (name: string) => {
      done(await testCatalog(world, name));
    });
}

async function testCatalog(world: World, name: string): Promise<ExitStatus> {
  const base = parseOwnCatalog(world);
  const { catalog, problems } = await loadCatalogLayer(world, name, base);
  const own = [...catalog.rules.values()].filter((rule) => rule.origin === name);
  const faults = own.flatMap((rule) => [false, true].flatMap((whole) => testExamples(catalog, rule, whole)));
  const lines = faults.map(
    ({ rule, example, message }) => `${rule}: the example that ${example}: ${printable(message)}`,
  );
  for (const line of new Set([...problems, ...lines])) await world.out.write(`${line}\n`);
  const examples = own.reduce((sum, rule) => sum + rule.examples.length * 2, 0);
  const wrong = problems.length + new Set(lines).size;
  await world.out.write(
    `${own.length} rules, ${examples} examples, ${wrong === 0 ? 'all is well' : `${wrong} faults`}\n`,
  );
  return wrong === 0 ? exitStatus.clean : exitStatus.findings;
}
