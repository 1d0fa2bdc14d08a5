import fs from 'node:fs';
import path from 'node:path';
import { Option, type Command } from 'commander';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import {
  fillTemplate,
  platforms,
  templateNames,
  templates,
  type Answers,
  type TemplateName,
} from '../templates/template.ts';
import { Refusal, type World } from '../world.ts';
import { writeFile } from '../write-output.ts';

interface InitFlags {
  readonly template?: TemplateName;
  readonly name?: string;
  readonly owner?: string;
  readonly platform?: Answers['platform'];
  readonly output?: string;
}

export function addInit(program: Command, world: World, done: (status: ExitStatus) => void): void {
  program
    .command('init')
    .summary('write a descriptor to start from')
    .description(
      'Writes a starter descriptor. On a terminal it asks what is not said by options; elsewhere --template is needed. It never overwrites a file.',
    )
    .addOption(new Option('-t, --template <template>', 'the kind of system').choices(templateNames))
    .option('--name <name>', 'name of the system')
    .option('--owner <owner>', 'who answers for it')
    .addOption(new Option('--platform <platform>', 'where it runs').choices(platforms))
    .option('-o, --output <file>', 'the file to write (default: the name of the system, with .genai.yaml)')
    .addHelpText(
      'after',
      `\nTemplates:\n${templateNames.map((name) => `  ${name.padEnd(12)} ${templates[name].summary}`).join('\n')}`,
    )
    .action(async (flags: InitFlags) => {
      done(await init(world, flags));
    });
}

async function init(world: World, flags: InitFlags): Promise<ExitStatus> {
  const { ask } = world;
  if (ask === undefined && flags.template === undefined) {
    throw new Refusal(`nobody can be asked here: name a template, --template ${templateNames.join('|')}`);
  }
  const template = flags.template ?? (await askTemplate(world, ask));
  const asks = flags.template === undefined ? ask : undefined;
  const answers: Answers = {
    name: flags.name ?? (await askText(asks, 'Name of the system', 'Chatbot')),
    owner: flags.owner ?? (await askText(asks, 'Who answers for it (a team or address)', 'team@example.com')),
    platform: flags.platform ?? (await askPlatform(world, asks)),
  };
  if (answers.name.trim() === '') throw new Refusal('the name of the system is empty');
  const file = flags.output ?? `${fileName(answers.name)}.genai.yaml`;
  if (fs.existsSync(path.resolve(world.cwd, file)))
    throw new Refusal(`"${file}" is there already; it is not overwritten`);
  writeFile(world.cwd, file, fillTemplate(templates[template], answers));
  await world.out.write(`wrote ${file}\nNow describe your system in it, and run: bartizan check ${file}\n`);
  return exitStatus.clean;
}

async function askTemplate(world: World, ask: World['ask']): Promise<TemplateName> {
  await world.out.write(
    `What kind of system is it?\n${templateNames.map((name, at) => `  ${at + 1}  ${name.padEnd(12)} ${templates[name].summary}`).join('\n')}\n`,
  );
  return askChoice(world, ask, 'Number', templateNames);
}

async function askPlatform(world: World, ask: World['ask']): Promise<Answers['platform']> {
  if (ask === undefined) return 'mixed';
  await world.out.write(
    `Where does it run?\n${platforms.map((name, at) => `  ${at + 1}  ${name}`).join('\n')}\n`,
  );
  return askChoice(world, ask, 'Number', platforms);
}

/** By number or by name; asks again until the answer is one of them. */
async function askChoice<Name extends string>(
  world: World,
  ask: World['ask'],
  question: string,
  names: readonly [Name, ...Name[]],
): Promise<Name> {
  for (;;) {
    const answer = await askText(ask, question, '1');
    const chosen = names.find((name, at) => name === answer || String(at + 1) === answer);
    if (chosen !== undefined) return chosen;
    await world.out.write(`"${answer}" is none of them\n`);
  }
}

async function askText(ask: World['ask'], question: string, standard: string): Promise<string> {
  const answer = (await ask?.(`${question} [${standard}]: `))?.trim() ?? '';
  return answer === '' ? standard : answer;
}

function fileName(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, 60) ?? 'system';
}
