import type { Analysis } from '../../../analysis/analysis.ts';
import type { Severity } from '../../../catalog/rule.ts';
import { chainOf, type Chain } from './chain.ts';
import { capitalised, type NamedPlace, type Naming } from './naming.ts';

export interface Depth {
  readonly title: string;
  readonly layers: number;
  readonly inherent: Severity | 'none';
  readonly residual: Severity | 'none';
  readonly weakest: Chain | undefined;
  readonly controls: readonly { readonly title: string; readonly at: NamedPlace }[];
}

/** The thinnest defence first. Risks that nothing in the system is exposed to are left out. */
export function depthOf(analysis: Analysis, naming: Naming): readonly Depth[] {
  const { catalog, coverage } = analysis;
  return coverage.depth
    .filter(({ weakestPath, inherent }) => weakestPath.length > 0 || inherent !== 'none')
    .map(({ risk, layers, weakestPath, controls, inherent, residual }) => ({
      title: capitalised(catalog.risks.get(risk)?.title ?? risk),
      layers,
      inherent,
      residual,
      weakest: weakestPath.length === 0 ? undefined : chainOf(analysis, naming, weakestPath),
      controls: controls.map(({ control, place }) => ({
        title: catalog.controls.get(control)?.title ?? control,
        at: naming.place(place),
      })),
    }))
    .sort((a, b) => a.layers - b.layers);
}
