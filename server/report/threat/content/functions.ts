import type { Analysis } from '../../../analysis/analysis.ts';
import { sentence } from '../../../diagram/graph/words.ts';

export interface CsfFunction {
  readonly id: string;
  readonly name: string;
  /** Titles of the controls in place. */
  readonly controls: readonly string[];
  readonly zones: readonly string[];
}

const functions = ['GV', 'ID', 'PR', 'DE', 'RS', 'RC'];

/** The six functions of the NIST Cybersecurity Framework 2.0, those without a control among them. */
export function functionsOf({ catalog, coverage }: Analysis): readonly CsfFunction[] {
  const names = catalog.frameworks.get('nist-csf')?.names ?? {};
  return functions.map((id) => {
    const found = coverage.functions.filter((entry) => entry.function === id);
    const controls = [...new Set(found.flatMap((entry) => entry.controls))];
    return {
      id,
      name: names[id] ?? id,
      controls: controls.map((control) => catalog.controls.get(control)?.title ?? control),
      zones: [...new Set(found.map(({ zone }) => sentence(zone)))],
    };
  });
}
