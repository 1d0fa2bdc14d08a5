import type { Analysis } from '../../analysis/analysis.ts';
import { quote } from '../../model/wording.ts';
import { joinEdits } from '../edit/join-edits.ts';
import { locate } from '../edit/locate.ts';
import { addEntries } from '../edit/set-value.ts';
import { closes, possibleAnswersOf, type Answer } from './answers.ts';
import { setControlStatus } from './declare-control.ts';
import { actionOf, type Action } from './fix.ts';

/** Plans, for every open group that a control on the boundary alone would close, the first such control. */
export function planBoundaryActions(analysis: Analysis, boundary: string): readonly Action[] {
  const isHere = ({ site }: Answer): boolean => site.section === 'boundaries' && site.id === boundary;
  const controls = new Set<string>();
  for (const finding of analysis.findings) {
    if (finding.status !== 'open') continue;
    for (const answers of possibleAnswersOf(analysis, finding)) {
      const here = answers.filter(isHere);
      if (here.some(({ control }) => controls.has(control))) continue;
      const first = here.find((answer) => closes(analysis, finding, answer));
      if (first !== undefined) controls.add(first.control);
    }
  }
  if (controls.size === 0) return [];
  const path = ['boundaries', boundary, 'controls'];
  const standing = [...controls].filter((control) => locate(analysis.tree, [...path, control]) !== undefined);
  const fresh = [...controls].filter((control) => !standing.includes(control));
  const changes = standing.map((control) => setControlStatus(analysis.tree, [...path, control], 'planned'));
  const added = addEntries(
    analysis.tree,
    path,
    Object.fromEntries(fresh.map((control) => [control, 'planned'])),
  );
  const all = [...changes, fresh.length === 0 ? [] : added];
  const edits = all.includes(undefined) ? undefined : joinEdits(all.flatMap((some) => some ?? []));
  const count = controls.size === 1 ? 'the missing control' : `all ${controls.size} missing controls`;
  return actionOf(`Plan ${count} on ${quote(boundary)}`, edits);
}
