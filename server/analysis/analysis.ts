import type { Catalog } from '../catalog/catalog.ts';
import type { Architecture } from '../model/architecture.ts';
import type { Problem } from '../model/problem.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { Coverage } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judge-all.ts';
import type { Reach } from './reach.ts';

/** What the caller decides; the engine itself knows no clock and no settings. */
export interface AnalysisOptions {
  /** The day on which acceptances are judged, `2026-11-24`. */
  readonly today: string;
  /** Options of the descriptor that are on although their default says otherwise, and the reverse. */
  readonly switches: Readonly<Record<string, boolean>>;
  /** Rules that are switched off. */
  readonly rulesOff: readonly string[];
  /** Whether unsaid facts may complete a finding. */
  readonly assumptions: boolean;
}

/** All that is known of one descriptor. Editor, command line, diagram and report start from here. */
export interface Analysis {
  readonly text: string;
  readonly tree: SyntaxTree;
  /** As declared, with the parts that the options switch off. */
  readonly architecture: Architecture;
  /** The parts that are there under the options. */
  readonly active: Architecture;
  readonly catalog: Catalog;
  readonly options: AnalysisOptions;
  /** How every rule fared at every place; for explanations and for what was found sound. */
  readonly judgement: Judgement;
  readonly problems: readonly Problem[];
  /** Open, planned and accepted findings, by place in the text. */
  readonly findings: readonly Finding[];
  /** Computed trust and data of every element and flow. */
  readonly reach: Reach;
  /** Measured when first asked for: it judges the descriptor once for every control. */
  readonly coverage: Coverage;
}
