import type { Located } from '../../text/span.ts';
import type { Element, Flow } from '../architecture.ts';

/** Flows that nobody drew and that `writers`, `tools` and `via` imply. */
export function buildUndrawnFlows(
  elements: ReadonlyMap<string, Element>,
  drawn: readonly Flow[],
): readonly Flow[] {
  const connected = new Set(drawn.map((flow) => pairKey(flow.from.text, flow.to.text)));
  const writes = [...elements.values()].flatMap((store) => writesTo(store));
  const calls = [...elements.values()].flatMap((agent) => callsOfTools(agent, elements, connected));
  const called = new Set([...drawn, ...calls].map((flow) => flow.to.text));
  const offers = [...elements.values()].flatMap((tool) => callsByServer(tool, elements, connected, called));
  return [...writes, ...calls, ...offers];
}

function pairKey(from: string, to: string): string {
  return `${from} ${to}`;
}

function writesTo(store: Element): readonly Flow[] {
  return (store.facts.get('writers')?.values ?? []).map((writer) =>
    undrawn(store, writer, {
      key: `${writer.text}~writes~${store.id}`,
      from: writer,
      to: { text: store.id, span: store.idSpan },
      carries: store.facts.get('holds')?.values,
      purpose: 'store',
    }),
  );
}

function callsOfTools(
  agent: Element,
  elements: ReadonlyMap<string, Element>,
  connected: ReadonlySet<string>,
): readonly Flow[] {
  return (agent.facts.get('tools')?.values ?? [])
    .filter((tool) => elements.has(tool.text) && !connected.has(pairKey(agent.id, tool.text)))
    .map((tool) =>
      undrawn(agent, tool, {
        key: `${agent.id}~calls~${tool.text}`,
        from: { text: agent.id, span: agent.idSpan },
        to: tool,
        carries: undefined,
        purpose: 'tool-call',
      }),
    );
}

/** A tool offered by a server that somebody calls can be called through it. */
function callsByServer(
  tool: Element,
  elements: ReadonlyMap<string, Element>,
  connected: ReadonlySet<string>,
  called: ReadonlySet<string>,
): readonly Flow[] {
  return (tool.facts.get('via')?.values ?? [])
    .filter(({ text }) => elements.has(text) && called.has(text) && !connected.has(pairKey(text, tool.id)))
    .map((server) =>
      undrawn(tool, server, {
        key: `${server.text}~calls~${tool.id}`,
        from: server,
        to: { text: tool.id, span: tool.idSpan },
        carries: undefined,
        purpose: 'tool-call',
      }),
    );
}

type Ends = Pick<Flow, 'key' | 'from' | 'to' | 'carries' | 'purpose'>;

function undrawn(statedBy: Element, word: Located, ends: Ends): Flow {
  return {
    ...ends,
    id: statedBy.id,
    idSpan: word.span,
    span: word.span,
    title: undefined,
    description: undefined,
    facts: new Map(),
    switches: [],
    returns: undefined,
    purposeSpan: undefined,
    controls: [],
    drawn: false,
  };
}
