import type { Analysis } from '../../analysis/analysis.ts';

/** What of an analysis a picture shows. */
export type Subject = Pick<Analysis, 'architecture' | 'active' | 'findings' | 'reach'>;
