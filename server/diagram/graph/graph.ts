import type { Severity } from '../../catalog/rule.ts';
import type { IconName } from './icon-name.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Outline of a node. Each is a data-flow convention: square outside, round inside, cylinders for stores. */
export type NodeForm =
  'external' | 'process' | 'agent' | 'model' | 'tool' | 'control-point' | 'store' | 'collapsed';

/** Findings at a place that are not accepted. */
export interface FindingTally {
  readonly count: number;
  readonly worst: Severity | undefined;
  /** Every one of them waits for a planned control. */
  readonly pending: boolean;
}

/** Statements about controls at a place. */
export interface ControlTally {
  readonly inPlace: number;
  /** Planned or partial. */
  readonly planned: number;
  /** Absent or ineffective. */
  readonly missing: number;
}

export interface Marks {
  readonly findings: FindingTally;
  readonly controls: ControlTally;
}

export interface GraphNode {
  /** Id of the element, or of the boundary that is collapsed into this node. */
  readonly id: string;
  /** Id of the boundary around it, where that is drawn. */
  readonly parent: string | undefined;
  readonly form: NodeForm;
  readonly icon: IconName;
  readonly zone: string | undefined;
  readonly title: readonly string[];
  readonly details: readonly string[];
  readonly size: Size;
  /** Why it is not there under the options: `only with private-network`. */
  readonly ghost: string | undefined;
  readonly marks: Marks;
  /** Everything about it in words, for those who hear the picture. */
  readonly name: string;
  readonly description: string;
}

export interface GraphBoundary {
  readonly id: string;
  readonly parent: string | undefined;
  readonly zone: string | undefined;
  readonly title: string;
  /** `APPLICATION ZONE · NETWORK`. */
  readonly tag: string;
  /** What its heading needs. */
  readonly heading: Size;
  readonly ghost: string | undefined;
  readonly marks: Marks;
  readonly name: string;
  readonly description: string;
}

export interface LabelLine {
  readonly type: 'title' | 'sends' | 'answers';
  readonly text: string;
}

export interface EdgeLabel {
  readonly lines: readonly LabelLine[];
  readonly size: Size;
}

export type Encryption = 'encrypted' | 'unencrypted' | 'unsaid';

export interface GraphEdge {
  /** Unique among edges: the flow's key, or the two ends of several flows drawn as one. */
  readonly key: string;
  /** Ids of the flows it stands for; none where it is implied by what an element says. */
  readonly flows: readonly string[];
  /** `implied` flows follow from `writers` and `tools`; nobody drew them. */
  readonly type: 'flow' | 'implied' | 'bundle';
  readonly from: string;
  readonly to: string;
  readonly label: EdgeLabel | undefined;
  readonly answers: boolean;
  readonly untrusted: boolean;
  readonly encryption: Encryption;
  /** Drawn boundaries that contain exactly one of its ends. */
  readonly crosses: readonly string[];
  readonly ghost: string | undefined;
  readonly marks: Marks;
  readonly name: string;
  readonly description: string;
}

/** What a control point watches. */
export interface Guard {
  readonly from: string;
  readonly target: { readonly type: 'node' | 'edge'; readonly id: string };
}

export interface TitleBlock {
  readonly name: string;
  readonly description: string | undefined;
  /** `AWS · scope 3 · operation · important`. */
  readonly facts: string;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** What is to be drawn, in the order of the file, with every text measured; free of places and colours. */
export interface Graph {
  readonly title: TitleBlock;
  readonly boundaries: readonly GraphBoundary[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly guards: readonly Guard[];
  /** What the reader of the picture must know about it, such as boundaries that were collapsed. */
  readonly notices: readonly string[];
}
