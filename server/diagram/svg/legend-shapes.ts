import type { GraphEdge, NodeForm } from '../graph/graph.ts';
import { drawLine, drawLock } from './draw-edge.ts';
import { drawOutline } from './draw-node.ts';
import type { LegendItem } from './legend-items.ts';
import type { Theme } from './theme.ts';
import { num, tag } from './xml.ts';

const formWords: Readonly<Record<NodeForm, string>> = {
  external: 'external entity',
  process: 'process',
  agent: 'agent',
  model: 'model',
  tool: 'tool',
  'control-point': 'control point',
  store: 'store',
  collapsed: 'collapsed boundary',
};

const forms: readonly NodeForm[] = [
  'external',
  'process',
  'agent',
  'model',
  'tool',
  'control-point',
  'store',
  'collapsed',
];

export function formItems(present: readonly NodeForm[], theme: Theme): readonly LegendItem[] {
  return forms
    .filter((form) => present.includes(form))
    .map((form) => ({
      words: formWords[form],
      sample: (x, y) =>
        tag(
          'g',
          { transform: `translate(${num(x)} ${num(y - 8)}) scale(.5)` },
          ...drawOutline(
            form,
            { x: 0, y: 0, width: 60, height: 32 },
            { fill: theme.surface, stroke: theme.outline, 'stroke-width': 2.2, 'stroke-linejoin': 'round' },
          ),
        ),
    }));
}

type LineLook = Pick<GraphEdge, 'type' | 'untrusted' | 'encryption' | 'answers'>;

export function flowItems(edges: readonly GraphEdge[], theme: Theme): readonly LegendItem[] {
  const plain: LineLook = { type: 'flow', untrusted: false, encryption: 'encrypted', answers: false };
  const line = (look: Partial<LineLook>) => (x: number, y: number) =>
    drawLine(
      { ...plain, ...look },
      [
        { x, y },
        { x: x + 32, y },
      ],
      theme,
    );
  const item = (present: (edge: GraphEdge) => boolean, words: string, sample: LegendItem['sample']) =>
    edges.some(present) ? [{ words, sample }] : [];
  const unsaid = edges.filter(({ encryption, type }) => encryption === 'unsaid' && type === 'flow').length;
  return [
    ...item(() => true, 'flow', line({})),
    ...item(({ answers }) => answers, 'flow with an answer', line({ answers: true })),
    ...item(({ untrusted }) => untrusted, 'untrusted content', line({ untrusted: true })),
    ...item(
      ({ encryption }) => encryption === 'unencrypted',
      'not encrypted',
      (x, y) =>
        line({ encryption: 'unencrypted' })(x, y) + backed(x + 9, y, theme) + drawLock(x + 10, y - 7, theme),
    ),
    ...item(({ type }) => type === 'implied', 'implied by “writers” or “tools”', line({ type: 'implied' })),
    ...item(({ type }) => type === 'bundle', 'several flows', line({ type: 'bundle' })),
    ...item(
      ({ crosses }) => crosses.length > 0,
      'crosses a boundary',
      (x, y) =>
        line({})(x, y) +
        tag('circle', {
          cx: x + 13,
          cy: y,
          r: 4,
          fill: theme.canvas,
          stroke: theme.zone.environment,
          'stroke-width': 1.8 * theme.stroke,
        }),
    ),
    ...item(() => unsaid > 0, `encryption not said: ${unsaid} of ${edges.length}`, line({})),
  ];
}

function backed(x: number, y: number, theme: Theme): string {
  return tag('rect', { x, y: y - 7, width: 13, height: 14, fill: theme.canvas });
}
