import type { Analysis } from '../../analysis/analysis.ts';
import { unnamed } from '../../analysis/reach/data-edges.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities } from '../../catalog/rule.ts';
import type { ControlStatement, Switch } from '../../model/architecture.ts';
import type { Span } from '../../text/span.ts';
import { layersOfDefence } from '../layers-of-defence.ts';
import { bullets, code, paragraphs, plain, shortened } from '../markdown.ts';

/** So many names stand in one line, and so many findings in one popup. */
export const mostNames = 8;
const mostFindings = 6;

interface Named {
  readonly id: string;
  readonly title: string | undefined;
}

/** The first line: what it is called, what it is, and its id where that differs. */
export function head({ id, title }: Named, what: string): string {
  return `**${plain(title ?? id)}** — ${plain(what)}${title === undefined ? '' : ` ${code(id)}`}`;
}

/** Open findings of places, the worst first, without those that are marked where the cursor is: the editor shows them itself. */
export function findingsAt(
  { findings }: Analysis,
  places: ReadonlySet<string>,
  hovered: Span | undefined,
): string | undefined {
  const elsewhere = findings.filter(
    ({ element, status, span }) =>
      places.has(element) && status !== 'accepted' && span.start !== hovered?.start,
  );
  const loud = elsewhere.toSorted(
    (a, b) => severities.indexOf(shownSeverity(b)) - severities.indexOf(shownSeverity(a)),
  );
  const lines = loud.map((finding) => `${shownSeverity(finding)}: ${plain(finding.message)}`);
  return elsewhere.length === 0
    ? undefined
    : paragraphs('**Open findings**', bullets(shortened(lines, mostFindings)));
}

export function controlLines(statements: readonly ControlStatement[]): readonly string[] {
  if (statements.length === 0) return [];
  const lines = statements.map(({ control, status }) => `${code(control)} ${status}`);
  return [`Controls: ${shortened(lines, mostNames).join(', ')}`];
}

export function layerLines(analysis: Analysis, places: ReadonlySet<string>): readonly string[] {
  const layers = layersOfDefence(analysis, places);
  return layers === 0 ? [] : [`${layers} ${layers === 1 ? 'layer' : 'layers'} of defence`];
}

/** Data ids stand as code, content that nobody named as a phrase. */
export function assetNames(assets: Iterable<string>): readonly string[] {
  return [...assets].flatMap((asset) => {
    if (asset === unnamed) return [];
    return /^[a-z0-9-]+$/.test(asset) ? code(asset) : plain(asset);
  });
}

/** Why something that is drawn is not there. */
export function switchedOff({ options, architecture }: Analysis, switches: readonly Switch[]): string {
  const by = switches.find(({ option, wanted }) => {
    const on = options.switches[option.text] ?? architecture.system.options.get(option.text)?.on;
    return on !== wanted;
  });
  return by === undefined
    ? 'Not there, because what it belongs to is switched off'
    : `Not there while ${code(by.option.text)} is ${by.wanted ? 'off' : 'on'}`;
}
