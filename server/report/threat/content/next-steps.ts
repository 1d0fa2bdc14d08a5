import type { Analysis } from '../../../analysis/analysis.ts';
import { shownSeverity } from '../../../analysis/severity.ts';
import type { Effort } from '../../../catalog/control.ts';
import { severities, type Severity } from '../../../catalog/rule.ts';
import { capitalised, type NamedPlace, type Naming } from './naming.ts';

export interface ClosedFinding {
  readonly id: string;
  readonly title: string;
  readonly at: NamedPlace;
  readonly severity: Severity;
}

export interface NextStep {
  readonly control: string;
  readonly title: string;
  readonly summary: string;
  readonly at: NamedPlace;
  readonly effort: Effort;
  readonly severity: Severity;
  readonly closes: readonly ClosedFinding[];
  /** Titles of other steps without which it closes nothing. */
  readonly together: readonly string[];
}

/** The additions that close the most, each the best one once those before it are in place. */
export function nextStepsOf({ catalog, coverage, findings }: Analysis, naming: Naming): readonly NextStep[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return coverage.next.map(({ control, place, effort, closes, together }) => {
    const closed = closes.flatMap((id) => {
      const finding = byId.get(id);
      return finding === undefined
        ? []
        : [
            {
              id,
              title: capitalised(finding.title),
              at: naming.place(finding.element),
              severity: shownSeverity(finding),
            },
          ];
    });
    return {
      control,
      title: catalog.controls.get(control)?.title ?? control,
      summary: catalog.controls.get(control)?.summary ?? '',
      at: naming.place(place),
      effort,
      severity: severities.findLast((severity) => closed.some((one) => one.severity === severity)) ?? 'low',
      closes: closed.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity)),
      together: together.map((other) => catalog.controls.get(other)?.title ?? other),
    };
  });
}
