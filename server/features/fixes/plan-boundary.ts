import type { Analysis } from '../../analysis/analysis.ts';
import { quote } from '../../model/wording.ts';
import { joinEdits } from '../edit/join-edits.ts';
import { locate } from '../edit/locate.ts';
import { addEntries } from '../edit/set-value.ts';
import { answersOf } from './answers.ts';
import { setControlStatus } from './declare-control.ts';
import { actionOf, type Action } from './fix.ts';

/** Plans, for every open group that a control on the boundary would answer, the first such control. */
export function planBoundaryActions(analysis: Analysis, boundary: string): readonly Action[] {
  const controls = new Set<string>();
  for (const finding of analysis.findings) {
    if (finding.status !== 'open') continue;
    for (const answers of answersOf(analysis, finding)) {
      const here = answers.filter(({ site }) => site.section === 'boundaries' && site.id === boundary);
      const [first] = here;
      if (first !== undefined && !here.some(({ control }) => controls.has(control)))
        controls.add(first.control);
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
