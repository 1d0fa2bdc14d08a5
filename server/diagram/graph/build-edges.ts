import type { Finding } from '../../analysis/finding.ts';
import type { Flow } from '../../model/architecture.ts';
import { buildBundle } from './build-bundle.ts';
import { buildFlow } from './build-flow.ts';
import type { GraphEdge } from './graph.ts';
import type { Subject } from './subject.ts';
import type { View } from './view.ts';

export interface EdgeSource {
  readonly subject: Subject;
  readonly view: View;
  /** The boundary around each node and boundary that is drawn. */
  readonly parents: ReadonlyMap<string, string | undefined>;
  readonly findingsAt: (place: string) => readonly Finding[];
}

/** Where an edge begins and ends, and the drawn boundaries that hold exactly one of the two. */
export interface EdgeEnds {
  readonly from: string;
  readonly to: string;
  readonly crosses: readonly string[];
}

/** One edge a flow; several flows of a collapsed boundary with the same ends make one. */
export function buildEdges(source: EdgeSource): readonly GraphEdge[] {
  const { view, subject } = source;
  const groups = new Map<string, { readonly ends: EdgeEnds; readonly flows: Flow[] }>();
  for (const flow of view.flows) {
    const from = view.nodeOf(flow.from.text);
    const to = view.nodeOf(flow.to.text);
    if (from === undefined || to === undefined) continue;
    const collapsed = from !== flow.from.text || to !== flow.to.text;
    if ((collapsed && from === to) || (!flow.drawn && saidByADrawnFlow(flow, subject))) continue;
    const key = collapsed ? `${from} > ${to}` : flow.key;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ends: endsOf(from, to, source.parents), flows: [flow] });
    else group.flows.push(flow);
  }
  return [...groups].map(([key, { ends, flows }]) => {
    const [first] = flows;
    return flows.length === 1 && first !== undefined
      ? buildFlow(source, first, ends)
      : buildBundle(source, key, flows, ends);
  });
}

function saidByADrawnFlow(implied: Flow, { architecture: { flows } }: Subject): boolean {
  return flows.some(
    ({ drawn, from, to }) => drawn && from.text === implied.from.text && to.text === implied.to.text,
  );
}

function endsOf(from: string, to: string, parents: EdgeSource['parents']): EdgeEnds {
  const around = (node: string) => {
    const chain: string[] = [];
    for (let next = parents.get(node); next !== undefined; next = parents.get(next)) chain.push(next);
    return chain;
  };
  const [ofFrom, ofTo] = [around(from), around(to)];
  const crosses = [
    ...ofFrom.filter((id) => !ofTo.includes(id)),
    ...ofTo.filter((id) => !ofFrom.includes(id)).reverse(),
  ];
  return { from, to, crosses };
}
