import type { Severity } from '../catalog/rule.ts';

/** Defence in depth of one risk. */
export interface RiskDepth {
  readonly risk: string;
  /** Independent layers on the weakest path from an entry to what the risk threatens. */
  readonly layers: number;
  /** Ids of elements and flows of that path, in order; empty where no path leads there. */
  readonly weakestPath: readonly string[];
  /** The controls counted on it. */
  readonly controls: readonly { readonly control: string; readonly place: string }[];
  readonly inherent: Severity | 'none';
  readonly residual: Severity | 'none';
}

/** How well a risk is covered in a zone. */
export interface Cell {
  readonly risk: string;
  readonly zone: string;
  /** Requirements that apply there, and how many are met. */
  readonly required: number;
  readonly met: number;
  /** Distinct controls in place there against the risk. */
  readonly controls: readonly string[];
}

/** A control on whose working alone something rests. */
export interface SinglePoint {
  readonly control: string;
  readonly place: string;
  /** Findings that open when this one control fails. */
  readonly opens: readonly { readonly finding: string; readonly severity: Severity }[];
}

export interface FunctionCoverage {
  /** CSF function: GV, ID, PR, DE, RS, RC. */
  readonly function: string;
  readonly zone: string;
  readonly controls: readonly string[];
}

export interface NextControl {
  readonly control: string;
  readonly place: string;
  readonly effort: 'small' | 'medium' | 'large';
  /** Findings that this addition closes, alone or with those named under `together`. */
  readonly closes: readonly string[];
  /** Other controls of the list without which it closes nothing. */
  readonly together: readonly string[];
}

export interface Coverage {
  readonly depth: readonly RiskDepth[];
  readonly matrix: readonly Cell[];
  readonly singlePoints: readonly SinglePoint[];
  readonly functions: readonly FunctionCoverage[];
  readonly next: readonly NextControl[];
  readonly inherent: Readonly<Record<Severity, number>>;
  readonly residual: Readonly<Record<Severity, number>>;
}
