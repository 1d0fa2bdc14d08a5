import type { Range } from 'vscode-languageserver-types';
import type { FindingStatus } from '../../analysis/finding.ts';
import type { Severity } from '../../catalog/rule.ts';

/**
 * Names one thing of a picture: `element:<id>`, `boundary:<id>` or `edge:<key>`; `system:` is the whole.
 * Kept over edits, so that selection and viewport can follow.
 */
export type PlaceKey = string;

/** Something drawn, with where it stands in the text. */
export interface PicturePlace {
  readonly key: PlaceKey;
  readonly name: string;
  readonly description: string;
  /** From its id to the end of its value; several where several flows are drawn as one. */
  readonly ranges: readonly Range[];
  /** Ids of the findings at it. */
  readonly findings: readonly string[];
}

export interface FindingNote {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly message: string;
  readonly reasons: readonly string[];
  readonly risks: readonly string[];
  /** How many attack paths can be shown. */
  readonly paths: number;
  /** The page on its rule, for rules of our own. */
  readonly page: string | undefined;
}

/** Drawn things without their markup: it comes apart, and only when it changed. */
export interface PictureFrame {
  readonly uri: string;
  readonly version: number;
  readonly hash: string;
  readonly name: string;
  readonly summary: string;
  readonly notices: readonly string[];
  /** The text cannot be read just now: the picture shown before is the last good one. */
  readonly stale: boolean;
  /** In reading order. */
  readonly places: readonly PicturePlace[];
  readonly findings: readonly FindingNote[];
  /** Boundaries drawn as one node, asked for or not. */
  readonly collapsed: readonly string[];
  /** What the picture is narrowed to, in words. */
  readonly focus: string | undefined;
  /** The attack path in focus, from its source on; empty without one. */
  readonly trail: readonly PlaceKey[];
}

export interface Picture extends PictureFrame {
  /** Absent where it is what the asker has. */
  readonly svg: string | undefined;
  readonly legend: string | undefined;
}

/** Fixes of a finding, by their titles, which are unique. */
export interface FixTitles {
  readonly finding: string;
  readonly titles: readonly string[];
}

/** Something to choose as focus. */
export interface FocusChoice {
  readonly group: 'elements' | 'boundaries' | 'risks' | 'attack paths';
  readonly label: string;
  readonly detail: string;
  /** To be read by `readView`. */
  readonly focus: unknown;
}

/** A line of the model as a tree. */
export interface ModelItem {
  readonly id: string;
  readonly kind: 'group' | 'boundary' | 'element' | 'flow' | 'finding';
  readonly label: string;
  readonly detail: string;
  readonly tooltip: string;
  readonly severity: Severity | undefined;
  readonly range: Range | undefined;
  /** Where the picture shows it. */
  readonly key: PlaceKey | undefined;
  readonly children: readonly ModelItem[];
}
