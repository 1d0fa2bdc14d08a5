import type { Analysis } from '../../../analysis/analysis.ts';
import type { NamedPlace, Naming } from './naming.ts';

export interface Assumption {
  readonly text: string;
  readonly at: NamedPlace;
  /** Ids of the findings that rest on it. */
  readonly findings: readonly string[];
}

export interface Assumptions {
  /** Whether silence was read as the worst plausible value. */
  readonly made: boolean;
  readonly used: readonly Assumption[];
  /** Facts that nobody has stated, a sentence for each element. */
  readonly unsaid: readonly { readonly text: string; readonly line: number }[];
}

export function assumptionsOf({ findings, options, problems }: Analysis, naming: Naming): Assumptions {
  const used = new Map<string, { text: string; place: string; findings: string[] }>();
  for (const finding of findings) {
    for (const { text, place, assumed } of finding.because) {
      if (!assumed) continue;
      const known = used.get(text) ?? { text, place, findings: [] };
      used.set(text, known);
      known.findings.push(finding.id);
    }
  }
  return {
    made: options.assumptions,
    used: [...used.values()].map(({ text, place, findings: ids }) => ({
      text,
      at: naming.place(place),
      findings: ids,
    })),
    unsaid: problems
      .filter(({ code }) => code === 'unsaid-facts')
      .map(({ message, span }) => ({ text: message, line: naming.line(span) })),
  };
}
