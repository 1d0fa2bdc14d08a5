import type { Finding } from '../../analysis/finding.ts';
import { code } from '../markup/markdown.ts';

/** The controls that answer a finding, as Markdown for a cell: one of each group is needed. */
export function answeredBy({ missing }: Finding): string {
  return missing.map(({ controls }) => controls.map(code).join(' or ')).join('; and ');
}
