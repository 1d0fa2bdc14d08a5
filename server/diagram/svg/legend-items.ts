import { severities } from '../../catalog/rule.ts';
import type { GraphEdge, Marks, NodeForm } from '../graph/graph.ts';
import { sentence } from '../graph/words.ts';
import type { Placed } from '../place/placed.ts';
import { drawGuardLine } from './draw-guard.ts';
import { drawLine, drawLock } from './draw-edge.ts';
import { drawSeverity, drawShield } from './draw-marks.ts';
import { drawOutline } from './draw-node.ts';
import { zoneColour, type Theme } from './theme.ts';
import { num, tag } from './xml.ts';

export interface LegendItem {
  readonly words: string;
  /** Draws the sign in a field 32 px wide; `y` is its middle. */
  readonly sample: (x: number, y: number) => string;
}

export interface LegendGroup {
  readonly caption: string;
  readonly items: readonly LegendItem[];
}

/** The signs that occur in a picture, in groups. */
export function legendItems({ graph }: Placed, theme: Theme): readonly LegendGroup[] {
  return [
    {
      caption: 'Elements',
      items: formItems(
        graph.nodes.map(({ form }) => form),
        theme,
      ),
    },
    { caption: 'Flows', items: flowItems(graph.edges, theme) },
    { caption: 'Zones', items: zoneItems(graph.boundaries, theme) },
    {
      caption: 'Controls',
      items: [
        ...controlItems(
          [...graph.nodes, ...graph.boundaries, ...graph.edges].map(({ marks }) => marks),
          theme,
        ),
        ...(graph.guards.length === 0
          ? []
          : [
              {
                words: 'control point guards',
                sample: (x: number, y: number) => drawGuardLine(`M${num(x)} ${num(y)}h32`, theme),
              },
            ]),
      ],
    },
    {
      caption: 'Findings',
      items: findingItems(
        [...graph.nodes, ...graph.boundaries, ...graph.edges].map(({ marks }) => marks),
        theme,
      ),
    },
  ];
}

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

function formItems(present: readonly NodeForm[], theme: Theme): readonly LegendItem[] {
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

function flowItems(edges: readonly GraphEdge[], theme: Theme): readonly LegendItem[] {
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

function zoneItems(
  boundaries: readonly { readonly zone: string | undefined }[],
  theme: Theme,
): readonly LegendItem[] {
  return Object.keys(theme.zone)
    .filter((zone) => boundaries.some((boundary) => boundary.zone === zone))
    .map((zone) => ({
      words: sentence(zone),
      sample: (x, y) =>
        tag('rect', {
          x,
          y: y - 7,
          width: 32,
          height: 14,
          rx: 3,
          fill: zoneColour(theme, zone),
          'fill-opacity': theme.tint * 2,
          stroke: zoneColour(theme, zone),
          'stroke-width': 1.4 * theme.stroke,
          'stroke-dasharray': '5 3',
        }),
    }));
}

function controlItems(marks: readonly Marks[], theme: Theme): readonly LegendItem[] {
  const item = (
    present: boolean,
    state: 'in-place' | 'planned' | 'missing',
    words: string,
  ): readonly LegendItem[] =>
    present ? [{ words, sample: (x, y) => drawShield(x + 10, y - 6.5, state, theme) }] : [];
  return [
    ...item(
      marks.some(({ controls }) => controls.inPlace > 0),
      'in-place',
      'controls in place',
    ),
    ...item(
      marks.some(({ controls }) => controls.planned > 0),
      'planned',
      'planned or partial',
    ),
    ...item(
      marks.some(({ controls }) => controls.missing > 0),
      'missing',
      'absent or ineffective',
    ),
  ];
}

function findingItems(marks: readonly Marks[], theme: Theme): readonly LegendItem[] {
  const worst = severities
    .toReversed()
    .filter((severity) => marks.some(({ findings }) => findings.worst === severity));
  const pending = marks.find(({ findings }) => findings.pending)?.findings.worst;
  return [
    ...worst.map((severity) => ({
      words: severity,
      sample: (x: number, y: number) => drawSeverity(x + 16, y, severity, 'open', theme),
    })),
    ...(pending === undefined
      ? []
      : [
          {
            words: 'waits for planned controls',
            sample: (x: number, y: number) => drawSeverity(x + 16, y, pending, 'pending', theme),
          },
        ]),
  ];
}
