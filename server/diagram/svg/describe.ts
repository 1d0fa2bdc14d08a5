import { severities } from '../../catalog/rule.ts';
import { count } from '../graph/words.ts';
import type { Placed } from '../place/placed.ts';

/** Name and description of the whole picture, for those who hear it. */
export function describePicture({ graph, notices }: Placed): {
  readonly name: string;
  readonly description: string;
} {
  const { title, nodes, boundaries, edges } = graph;
  const findings = severities
    .toReversed()
    .filter((severity) => title.findings[severity] > 0)
    .map((severity) => `${title.findings[severity]} ${severity}`);
  return {
    name: `Data-flow diagram of ${title.name}`,
    description: [
      ...(title.description === undefined ? [] : [title.description]),
      [
        count(nodes.length, 'element'),
        count(boundaries.length, 'trust boundary', 'trust boundaries'),
        count(edges.length, 'flow'),
      ].join(', '),
      findings.length === 0 ? 'no findings' : `findings: ${findings.join(', ')}`,
      ...notices,
    ].join('. '),
  };
}
