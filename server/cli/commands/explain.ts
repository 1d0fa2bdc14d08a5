import type { Command } from 'commander';
import { explainRule } from '../../analysis/explain.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Architecture } from '../../model/architecture.ts';
import type { Paint } from '../../report/check/paint.ts';
import { controlPage, rulePage } from '../../report/explain/catalog-page.ts';
import { explainText } from '../../report/explain/explain-text.ts';
import { nearestWords } from '../../text/nearest.ts';
import { analyzeFile } from '../analyze-file.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { addJudgeFlags, type JudgeFlags } from '../flags.ts';
import { loadCatalogs } from '../load-catalog.ts';
import { paintFor } from '../paint-for.ts';
import { Refusal, type World } from '../world.ts';

export function addExplain(program: Command, world: World, done: (status: ExitStatus) => void): void {
  const command = program
    .command('explain')
    .summary('explain a rule or control, or why a rule finds something in a descriptor or does not')
    .description(
      'Without a file, prints what the catalog says of a rule or control. With a file, says at every place why the rule finds something, what answers it, or what keeps it from applying.',
    )
    .argument('<rule, control or finding>', 'an id; a finding is written rule@place')
    .argument('[file]', 'a descriptor');
  addJudgeFlags(command, world)
    .addHelpText('after', `\n${examples}`)
    .action(async (id: string, file: string | undefined, flags: JudgeFlags) => {
      done(await explain(world, id, file, flags));
    });
}

const examples = `Examples:
  bartizan explain lethal-trifecta
  bartizan explain human-approval
  bartizan explain lethal-trifecta chatbot.genai.yaml
  bartizan explain lethal-trifecta@bot chatbot.genai.yaml

bartizan catalog lists the rules and controls.`;

async function explain(
  world: World,
  id: string,
  file: string | undefined,
  flags: JudgeFlags,
): Promise<ExitStatus> {
  const paint = paintFor(world);
  if (file === undefined) {
    const catalog = await loadCatalogs(world, flags.catalog);
    await world.out.write(catalogPage(catalog, id, flags, paint));
    return exitStatus.clean;
  }
  const [ruleId = '', place] = id.split('@', 2);
  const { analysis, status } = await analyzeFile(world, file, flags);
  const control = analysis.catalog.controls.get(ruleId);
  const rules = control === undefined ? [ruleId] : rulesThatAsk(analysis.catalog, ruleId);
  if (rules.length === 0) throw new Refusal(`no rule asks for the control "${ruleId}"`);
  if (place !== undefined && !hasPlace(analysis, place)) throw unknownPlace(file, analysis, place);
  const blocks = rules.map((rule) => {
    const explanation = explainRule(analysis, rule);
    if (explanation === undefined) throw unknownId(analysis.catalog, ruleId);
    return explainText({ file, analysis }, explanation, paint, place);
  });
  await world.out.write(blocks.join('\n'));
  return status;
}

function catalogPage(catalog: Catalog, id: string, { edition }: JudgeFlags, paint: Paint): string {
  const [ruleId = ''] = id.split('@', 1);
  const rule = catalog.rules.get(ruleId);
  if (rule !== undefined) return rulePage(rule, catalog, edition, paint);
  const control = catalog.controls.get(ruleId);
  if (control === undefined) throw unknownId(catalog, ruleId);
  return controlPage(control, catalog, paint);
}

/** With a file, a control is explained by the rules that ask for it. */
function rulesThatAsk(catalog: Catalog, control: string): readonly string[] {
  return [...catalog.rules.values()]
    .filter(({ require }) => require.some(({ anyOf }) => anyOf.includes(control)))
    .map(({ id }) => id);
}

function unknownId(catalog: Catalog, id: string): Refusal {
  const [near] = nearestWords(id, [...catalog.rules.keys(), ...catalog.controls.keys()]);
  const hint = near === undefined ? '; bartizan catalog lists them' : `; did you mean "${near}"?`;
  return new Refusal(`the catalog has no rule or control "${id}"${hint}`);
}

function hasPlace({ architecture }: Analysis, place: string): boolean {
  return placesOf(architecture).includes(place);
}

function unknownPlace(file: string, { architecture }: Analysis, place: string): Refusal {
  const [near] = nearestWords(place, placesOf(architecture));
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return new Refusal(`"${file}" has no element, flow or boundary "${place}"${hint}`);
}

function placesOf({ elements, boundaries, flows, data, identities }: Architecture): readonly string[] {
  const entries = [...elements.keys(), ...boundaries.keys(), ...data.keys(), ...identities.keys()];
  return ['system', ...entries, ...flows.map(({ id }) => id)];
}
