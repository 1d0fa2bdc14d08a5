import type { Analysis } from '../../analysis/analysis.ts';
import { daysAfter } from '../days.ts';
import type { Slot } from '../slots/slot.ts';
import type { Hole } from './hole.ts';
import { keysIn } from './suggest-keys.ts';
import type { Draft } from './suggestion.ts';

/** Days for which a risk is borne before somebody must look again. */
const acceptedDays = 90;

/** The findings that are open. */
export function suggestAcceptances(
  analysis: Analysis,
  { map }: Slot & { readonly type: 'acceptance' },
  { colonFollows }: Hole,
): readonly Draft[] {
  const written = keysIn(map);
  const { architecture, options } = analysis;
  const owner = architecture.system.facts.get('owner')?.values[0]?.text ?? 'name@example.com';
  const rest = `: { reason: \${1:why}, owner: \${2:${owner.replaceAll(/[\\$}]/g, '')}}, expires: \${3:${daysAfter(options.today, acceptedDays)}}$4 }$0`;
  return analysis.findings
    .filter(({ id }) => !written.has(id))
    .map(({ id, title }) => ({
      label: id,
      kind: 'reference',
      detail: title,
      doc: { type: 'finding', name: id },
      snippet: colonFollows ? id : id + rest,
    }));
}
