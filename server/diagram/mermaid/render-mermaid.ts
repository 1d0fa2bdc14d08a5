import type { Graph, GraphBoundary, GraphEdge, GraphNode, NodeForm } from '../graph/graph.ts';

/** The graph as a Mermaid flow chart, for places that render Mermaid and no SVG, such as a README. */
export function renderMermaid(graph: Graph): string {
  const names = new Map<string, string>();
  for (const { id } of graph.boundaries) names.set(`b:${id}`, `b${names.size}`);
  for (const { id } of graph.nodes) names.set(`n:${id}`, `n${names.size}`);
  const nameOf = (key: string): string => names.get(key) ?? 'unknown';
  const drawn = graph.edges.map((edge) => line(edge, nameOf));
  const guards = graph.guards.flatMap(({ from, target }) => {
    const to = target.type === 'node' ? target.id : graph.edges.find(({ key }) => key === target.id)?.to;
    return to === undefined ? [] : [`  ${nameOf(`n:${from}`)} -. "guards" .-> ${nameOf(`n:${to}`)}`];
  });
  const untrusted = graph.edges.flatMap(({ untrusted: is }, index) => (is ? [index] : []));
  return [
    'flowchart LR',
    `  accTitle: Data-flow diagram of ${plain(graph.title.name)}`,
    ...contents(graph, undefined, nameOf, '  '),
    ...drawn,
    ...guards,
    ...(untrusted.length === 0 ? [] : [`  linkStyle ${untrusted.join(',')} stroke:#c2410c,stroke-width:3px`]),
    ...graph.boundaries.map(({ id }) => `  style ${nameOf(`b:${id}`)} stroke-dasharray:7 4`),
    ...graph.nodes
      .filter(({ ghost }) => ghost !== undefined)
      .map(({ id }) => `  style ${nameOf(`n:${id}`)} stroke-dasharray:3 3,opacity:0.5`),
    '',
  ].join('\n');
}

function contents(
  graph: Graph,
  parent: string | undefined,
  nameOf: (key: string) => string,
  indent: string,
): readonly string[] {
  return [
    ...graph.boundaries
      .filter((boundary) => boundary.parent === parent)
      .flatMap((boundary: GraphBoundary) => [
        `${indent}subgraph ${nameOf(`b:${boundary.id}`)}["${escapeMermaid(`${boundary.title} (${boundary.tag.toLowerCase()})`)}"]`,
        ...contents(graph, boundary.id, nameOf, `${indent}  `),
        `${indent}end`,
      ]),
    ...graph.nodes
      .filter((node) => node.parent === parent)
      .map((node) => indent + nameOf(`n:${node.id}`) + shape(node)),
  ];
}

function shape({ form, title, details, marks }: GraphNode): string {
  const findings =
    marks.findings.worst === undefined ? [] : [`${marks.findings.count} × ${marks.findings.worst}`];
  const words = [title.join(' '), ...details, ...findings].map(escapeMermaid).join('<br/>');
  const [open, close] = brackets[form];
  return `${open}"${words}"${close}`;
}

const brackets: Readonly<Record<NodeForm, readonly [string, string]>> = {
  external: ['[', ']'],
  process: ['(', ')'],
  agent: ['([', '])'],
  model: ['{{', '}}'],
  tool: ['[/', '/]'],
  'control-point': ['>', ']'],
  store: ['[(', ')]'],
  collapsed: ['[[', ']]'],
};

function line(
  { from, to, label, answers, encryption, type, ghost }: GraphEdge,
  nameOf: (key: string) => string,
): string {
  const words = (label?.lines ?? []).map(({ type: row, text }) => `${arrows[row]}${escapeMermaid(text)}`);
  const all = [...words, ...(encryption === 'unencrypted' ? ['(not encrypted)'] : [])].join('<br/>');
  const dotted = encryption === 'unencrypted' || type === 'implied' || ghost !== undefined;
  const arrow = `${answers ? '<' : ''}${dotted ? '-.->' : '-->'}`;
  return `  ${nameOf(`n:${from}`)} ${arrow}${all === '' ? '' : `|"${all}"|`} ${nameOf(`n:${to}`)}`;
}

const arrows = { title: '', sends: '→ ', answers: '← ' } as const;

/** Entities for everything that Mermaid, Markdown or HTML could read as more than text. */
function escapeMermaid(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\p{M} .,:\-_·×→←+…()/]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}

/** For a line that takes no entities. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\p{M} .,-]/gu, ' ').trim();
}
