import type { Flow } from '../../model/architecture.ts';
import type { EdgeEnds, EdgeSource } from './build-edges.ts';
import { buildFlow } from './build-flow.ts';
import type { GraphEdge } from './graph.ts';
import { measureLabel } from './measure.ts';
import { describeMarks, tallyMarks } from './tally.ts';
import { count } from './words.ts';

/** Several flows between the same two nodes, drawn as one edge that looks like the worst of them. */
export function buildBundle(
  source: EdgeSource,
  key: string,
  flows: readonly Flow[],
  ends: EdgeEnds,
): GraphEdge {
  const parts = flows.map((flow) => buildFlow(source, flow, ends));
  const ids = [...new Set(flows.filter(({ drawn }) => drawn).map(({ id }) => id))];
  const marks = tallyMarks(
    ids.flatMap((id) => source.findingsAt(id)),
    [...new Set(flows.map(({ controls }) => controls))].flat(),
  );
  const unencrypted = parts.some(({ encryption }) => encryption === 'unencrypted');
  const encrypted = parts.every(({ encryption }) => encryption === 'encrypted');
  const title = count(flows.length, 'flow');
  return {
    key,
    flows: ids,
    type: 'bundle',
    from: ends.from,
    to: ends.to,
    label: measureLabel([{ type: 'title', text: title }], marks, unencrypted ? 'open-lock' : 'no-lock'),
    answers: parts.some(({ answers }) => answers),
    untrusted: parts.some(({ untrusted }) => untrusted),
    encryption: unencrypted ? 'unencrypted' : encrypted ? 'encrypted' : 'unsaid',
    crosses: ends.crosses,
    ghost: parts.every(({ ghost }) => ghost !== undefined) ? 'switched off' : undefined,
    marks,
    name: `${title} from ${ends.from} to ${ends.to}`,
    description: [ids.join(', '), ...describeMarks(marks)].join('; '),
  };
}
