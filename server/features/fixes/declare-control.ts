import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { transitControl } from '../../model/decode/flows.ts';
import { quote } from '../../model/wording.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { locate } from '../edit/locate.ts';
import { setValue } from '../edit/set-value.ts';
import { answersOf, type Answer } from './answers.ts';
import { unencryptedFlows } from './encrypt-flow.ts';
import type { Fix } from './fix.ts';
import { nameOf, pathOf } from './site.ts';

/**
 * For each open group every control that satisfies it, at every site where it may stand: as implemented and as
 * planned. The first answer of each group comes first both ways, then the other declarations, then the other plans.
 */
export function declareControlFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  const groups = answersOf(analysis, finding);
  const first = groups.flatMap((answers) => answers.slice(0, 1));
  const others = groups.flatMap((answers) => answers.slice(1));
  const both = (answer: Answer): readonly Fix[] => [
    ...declare(analysis, finding, answer),
    ...plan(analysis, finding, answer),
  ];
  const fixes = [
    ...first.flatMap(both),
    ...others.flatMap((answer) => declare(analysis, finding, answer)),
    ...others.flatMap((answer) => plan(analysis, finding, answer)),
  ];
  const titles = new Set<string>();
  return fixes.filter(({ title }) => !titles.has(title) && titles.add(title));
}

function declare(analysis: Analysis, finding: Finding, answer: Answer): readonly Fix[] {
  if (answer.control === transitControl && unencryptedFlows(analysis, finding).length > 0) return [];
  const title = `Declare ${quote(answer.control)} as implemented on ${nameOf(answer.site)}`;
  return toFix(title, finding, edit(analysis, answer, 'implemented'));
}

function plan(analysis: Analysis, finding: Finding, answer: Answer): readonly Fix[] {
  const title = `Plan ${quote(answer.control)} on ${nameOf(answer.site)}`;
  return toFix(title, finding, edit(analysis, answer, 'planned'));
}

function edit(
  analysis: Analysis,
  { control, site }: Answer,
  status: string,
): readonly TextEdit[] | undefined {
  return setControlStatus(analysis.tree, [...pathOf(site), 'controls', control], status);
}

/** Only the status of a declaration that stands there already; else a new declaration in short form. */
export function setControlStatus(
  tree: SyntaxTree,
  path: readonly string[],
  status: string,
): readonly TextEdit[] | undefined {
  const standing = locate(tree, path);
  const isLong = standing?.type === 'entry' && standing.entry.value?.type === 'map';
  return setValue(tree, isLong ? [...path, 'status'] : path, status);
}

function toFix(title: string, finding: Finding, edits: readonly TextEdit[] | undefined): readonly Fix[] {
  if (edits === undefined || edits.length === 0) return [];
  return [{ title, kind: 'suggestion', preferred: false, edits, answers: finding.id }];
}
