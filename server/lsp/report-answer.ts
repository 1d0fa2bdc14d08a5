import { threatFormats } from '../report/threat/write-report.ts';

/** How a report is written. */
export const reportFormats = [...threatFormats, 'sarif'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** What `bartizan/report` answers. */
export interface ReportAnswer {
  readonly hash: string;
  /** The text cannot be read just now: the report that the asker has is the last good one. */
  readonly stale: boolean;
  /** Absent where it is what the asker has. */
  readonly text: string | undefined;
}
