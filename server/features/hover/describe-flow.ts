import type { Analysis } from '../../analysis/analysis.ts';
import type { FlowReach } from '../../analysis/reach.ts';
import type { Flow } from '../../model/architecture.ts';
import type { Span } from '../../text/span.ts';
import { bullets, code, codes, paragraphs, plain, shortened } from '../markdown.ts';
import {
  assetNames,
  controlLines,
  findingsAt,
  head,
  layerLines,
  mostNames,
  switchedOff,
} from './place-lines.ts';

/** All calls of one entry: `from` and `to` may name several elements. */
export function describeFlow(
  analysis: Analysis,
  calls: readonly [Flow, ...Flow[]],
  hovered: Span | undefined,
): string {
  const [flow] = calls;
  const reaches = calls.flatMap(({ key }) => analysis.reach.flows.get(key) ?? []);
  const derived = flow.purposeSpan === undefined ? ' (follows from the kinds)' : '';
  const places = new Set([flow.id]);
  return paragraphs(
    head(flow, `${ends(calls, 'from')} → ${ends(calls, 'to')}`),
    plain(flow.description ?? ''),
    bullets([
      `Purpose: ${code(flow.purpose)}${derived}`,
      ...(reaches.length === 0 ? [switchedOff(analysis, flow.switches)] : wayLines(reaches)),
      ...controlLines(flow.controls),
      ...layerLines(analysis, places),
    ]),
    findingsAt(analysis, places, hovered),
  );
}

function ends(calls: readonly Flow[], end: 'from' | 'to'): string {
  return shortened([...new Set(calls.map((flow) => flow[end].text))], mostNames).join(', ');
}

function wayLines(reaches: readonly FlowReach[]): readonly string[] {
  const all = (list: (reach: FlowReach) => readonly string[]): ReadonlySet<string> =>
    new Set(reaches.flatMap(list));
  const crosses = all((reach) => reach.crosses);
  const carries = assetNames(all((reach) => reach.carries));
  const returns = assetNames(all((reach) => reach.returns));
  const trust = [...new Set(reaches.map((reach) => reach.trust))];
  const levels = [...new Set(reaches.flatMap((reach) => reach.classification ?? []))];
  return [
    crosses.size === 0 ? 'Crosses no boundary' : `Crosses ${codes(crosses)}`,
    `Carries ${carries.join(', ') || 'nothing that is named'} (${trust.join(', ')})`,
    `Returns ${returns.join(', ') || 'nothing'}`,
    ...(levels.length === 0 ? [] : [`Up to ${codes(levels)}`]),
  ];
}
