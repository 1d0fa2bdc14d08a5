import { severities } from '../../catalog/rule.ts';
import type { Marks } from '../graph/graph.ts';
import { sentence } from '../graph/words.ts';
import type { Placed } from '../place/placed.ts';
import { drawGuardLine } from './draw-guard.ts';
import { drawSeverity, drawShield } from './draw-marks.ts';
import { flowItems, formItems } from './legend-shapes.ts';
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
    { caption: 'Zones', items: zoneItems([...graph.boundaries, ...graph.nodes], theme) },
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
