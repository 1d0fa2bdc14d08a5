import path from 'node:path';
import { Option, type Command } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import { severities, type Severity } from '../../catalog/rule.ts';
import { parseBaseline, renderBaseline, type Baseline } from '../../report/check/baseline.ts';
import { checkJson } from '../../report/check/check-json.ts';
import { checkMarkdown } from '../../report/check/check-markdown.ts';
import { checkSummary } from '../../report/check/check-summary.ts';
import { checkText } from '../../report/check/check-text.ts';
import { isUnreadable, reachesThreshold, type CheckedFile } from '../../report/check/checked-file.ts';
import { checkSarif } from '../../report/sarif/check-sarif.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { findDescriptors } from '../find-descriptors.ts';
import { addJudgeFlags, outputOption, type JudgeFlags } from '../flags.ts';
import { makeJudge, type Judge } from '../judge.ts';
import { requireKnownOptions } from '../known-options.ts';
import { paintFor } from '../paint-for.ts';
import { showProgress } from '../progress.ts';
import { readText } from '../read-text.ts';
import { programVersion } from '../../report/program-version.ts';
import { Refusal, type World } from '../world.ts';
import { writeOutput, writeResult } from '../write-output.ts';

interface CheckFlags extends JudgeFlags {
  readonly format: 'text' | 'json' | 'markdown' | 'sarif';
  readonly failOn: Severity | 'never';
  readonly output?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

export function addCheck(program: Command, world: World, done: (status: ExitStatus) => void): void {
  const command = program
    .command('check')
    .summary('check descriptors and print the findings')
    .description(
      'Checks descriptors and prints what is missing, why, and what would answer it. Folders are searched for *.genai.yaml; what git ignores is left out.',
    )
    .argument('[files, folders or globs...]', 'what to check (default: this folder)')
    .addOption(
      new Option('-f, --format <format>', 'how to print')
        .choices(['text', 'json', 'markdown', 'sarif'])
        .default('text'),
    )
    .addOption(outputOption())
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 when a finding is at least this severe')
        .choices([...severities.toReversed(), 'never'])
        .default('high'),
    )
    .option('--baseline <file>', 'let findings pass that this baseline has; new or worse ones still count')
    .option('--write-baseline <file>', 'write what is found now into a baseline');
  addJudgeFlags(command, world)
    .addHelpText('after', `\n${examples}`)
    .action(async (names: readonly string[], flags: CheckFlags) => {
      done(await check(world, names, flags));
    });
}

const examples = `Examples:
  bartizan check                                      all descriptors below this folder
  bartizan check chatbot.genai.yaml --fail-on medium
  bartizan check 'services/*/design.genai.yaml' --format sarif --output bartizan.sarif
  bartizan check --write-baseline .bartizan/baseline.json     adopt what is there today …
  bartizan check --baseline .bartizan/baseline.json           … and fail on what is new

Exit status: 0 clean, 1 findings at or above the threshold, 2 input that cannot be read or bad usage.`;

/** Checks descriptors and prints what was found. What cannot be read is said, and the others are still checked. */
async function check(world: World, names: readonly string[], flags: CheckFlags): Promise<ExitStatus> {
  const judge = await makeJudge(world, flags);
  const baseline = flags.baseline === undefined ? undefined : readBaseline(world, flags.baseline);
  const found = await findDescriptors(world, names.length === 0 ? ['.'] : names);
  const { files, refused } = await judgeFiles(world, found.files, judge, (file) =>
    baseline === undefined
      ? undefined
      : (baseline.get(baselineKey(world, flags.baseline ?? '', file)) ?? new Map()),
  );
  for (const reason of found.unread) await world.err.write(`bartizan: ${reason}\n`);
  // No output rather than an empty one, which would say that nothing was found.
  if (files.length === 0) return exitStatus.refused;
  requireKnownOptions(
    flags.with,
    files.map(({ analysis }) => analysis),
  );
  if (flags.writeBaseline !== undefined) {
    const at = flags.writeBaseline;
    const described = files.map(({ file, analysis }) => ({
      file: baselineKey(world, at, file),
      findings: analysis.findings,
    }));
    writeResult(world.cwd, at, renderBaseline(described));
  }
  await writeOutput(world, flags.output, rendered(world, files, judge.catalog, flags));
  if (flags.output !== undefined) await world.err.write(`bartizan: ${checkSummary(files)}\n`);
  if (refused || found.unread.length > 0 || files.some(isUnreadable) || files.some(hasFailedRules))
    return exitStatus.refused;
  if (flags.writeBaseline !== undefined) return exitStatus.clean;
  return reachesThreshold(files, flags.failOn) ? exitStatus.findings : exitStatus.clean;
}

/** A rule that failed was not judged: what is left cannot be called clean. */
function hasFailedRules({ analysis }: CheckedFile): boolean {
  return analysis.problems.some(({ code }) => code === 'internal-error');
}

async function judgeFiles(
  world: World,
  names: readonly string[],
  judge: Judge,
  knownOf: (file: string) => CheckedFile['known'],
): Promise<{ readonly files: readonly CheckedFile[]; readonly refused: boolean }> {
  const files: CheckedFile[] = [];
  let refused = false;
  const progress = showProgress(world, names.length);
  for (const file of names) {
    await progress.step(file);
    try {
      files.push({ file, analysis: judge.analyze(readText(world.cwd, file)), known: knownOf(file) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = true;
      await progress.clear();
      await world.err.write(`bartizan: ${error.message}\n`);
    }
  }
  await progress.clear();
  return { files, refused };
}

function rendered(world: World, files: readonly CheckedFile[], catalog: Catalog, flags: CheckFlags): string {
  switch (flags.format) {
    case 'text':
      return checkText(files, catalog, { edition: flags.edition, paint: paintFor(world, flags.output) });
    case 'json':
      return checkJson(files, catalog);
    case 'markdown':
      return checkMarkdown(files, catalog, flags.edition);
    case 'sarif': {
      const named = files.map((checked) => ({ ...checked, file: belowCwd(world, checked.file) }));
      return checkSarif(named, catalog, programVersion);
    }
  }
}

function readBaseline(world: World, name: string): Baseline {
  const baseline = parseBaseline(readText(world.cwd, name));
  if ('fault' in baseline) throw new Refusal(`"${name}" cannot be used as a baseline: ${baseline.fault}`);
  return baseline;
}

/** The file relative to the folder of the baseline, so that it does not matter from where Bartizan is run. */
function baselineKey(world: World, baseline: string, file: string): string {
  const folder = path.dirname(path.resolve(world.cwd, baseline));
  return path.relative(folder, path.resolve(world.cwd, file)).split(path.sep).join('/');
}

/** SARIF names files from the root of the sources, which is where Bartizan runs. */
function belowCwd(world: World, file: string): string {
  return path.relative(world.cwd, path.resolve(world.cwd, file));
}
