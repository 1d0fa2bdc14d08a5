import type { Analysis } from '../../../analysis/analysis.ts';
import type { Severity } from '../../../catalog/rule.ts';
import { capitalised, type NamedPlace, type Naming } from './naming.ts';

export interface SinglePointEntry {
  readonly title: string;
  readonly at: NamedPlace;
  readonly opens: readonly { readonly title: string; readonly at: NamedPlace; readonly severity: Severity }[];
}

export function singlePointsOf({ catalog, coverage }: Analysis, naming: Naming): readonly SinglePointEntry[] {
  return coverage.singlePoints.map(({ control, place, opens }) => ({
    title: catalog.controls.get(control)?.title ?? control,
    at: naming.place(place),
    opens: opens.map(({ finding, severity }) => {
      const [rule = '', at = ''] = finding.split('@');
      return { title: capitalised(catalog.rules.get(rule)?.title ?? rule), at: naming.place(at), severity };
    }),
  }));
}
