import type { Analysis } from '../../../analysis/analysis.ts';
import { isOpen } from '../../../analysis/judge/verdict.ts';
import { capitalised, type NamedPlace, type Naming } from './naming.ts';

export interface SoundRule {
  readonly rule: string;
  readonly title: string;
  readonly places: readonly { readonly at: NamedPlace; readonly by: readonly string[] }[];
}

export interface Sound {
  /** Rules that apply somewhere and are met there. */
  readonly met: readonly SoundRule[];
  /** Rules whose case does not occur in this system, by title. */
  readonly elsewhere: readonly { readonly rule: string; readonly title: string }[];
  readonly rulesOff: readonly string[];
  readonly rules: number;
  readonly judged: number;
}

/** What was looked at and found sound, so that the absence of a finding can be read. */
export function soundOf({ catalog, judgement, options }: Analysis, naming: Naming): Sound {
  const met = new Map<string, SoundRule & { places: { at: NamedPlace; by: readonly string[] }[] }>();
  for (const verdict of judgement.verdicts) {
    if (isOpen(verdict)) continue;
    const { id, title } = verdict.rule;
    const known = met.get(id) ?? { rule: id, title: capitalised(title), places: [] };
    met.set(id, known);
    const by = new Set(
      verdict.groups.flatMap((group) =>
        group.by.map(({ control, place }) => `${control.title} at ${naming.place(place).title}`),
      ),
    );
    known.places.push({ at: naming.place(verdict.place), by: [...by] });
  }
  const applies = new Set(judgement.verdicts.map(({ rule }) => rule.id));
  const off = new Set(options.rulesOff);
  return {
    met: [...met.values()],
    elsewhere: [...catalog.rules.values()]
      .filter(({ id }) => !applies.has(id) && !off.has(id))
      .map(({ id, title }) => ({ rule: id, title: capitalised(title) })),
    rulesOff: options.rulesOff,
    rules: catalog.rules.size,
    judged: judgement.verdicts.length,
  };
}
