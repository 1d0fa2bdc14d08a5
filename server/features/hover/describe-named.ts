import type { Analysis } from '../../analysis/analysis.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { unnamed } from '../../analysis/reach/data-edges.ts';
import { boundariesAround } from '../../model/containment.ts';
import type { Boundary, ControlStatement, Element, Flow } from '../../model/architecture.ts';
import { findKind } from '../../model/vocabulary/vocabulary.ts';
import { zones } from '../../model/vocabulary/element-keys.ts';
import type { Span } from '../../text/span.ts';
import { bullets, code, codes, paragraphs, plain, shortened } from '../markdown.ts';

/** An element, a boundary or a flow. Findings that are marked at the hovered place itself are shown there already. */
export function describePlace(analysis: Analysis, id: string, hovered?: Span): string | undefined {
  const { architecture } = analysis;
  const element = architecture.elements.get(id);
  if (element !== undefined) return describeElement(analysis, element, hovered);
  const boundary = architecture.boundaries.get(id);
  if (boundary !== undefined) return describeBoundary(analysis, boundary, hovered);
  const flows = architecture.flows.filter((flow) => flow.id === id);
  return flows[0] && describeFlow(analysis, flows[0], flows.length, hovered);
}

export function describeData(analysis: Analysis, id: string): string | undefined {
  const asset = analysis.architecture.data.get(id);
  if (asset === undefined) return undefined;
  const at = [...analysis.reach.elements].flatMap(([element, { assets }]) =>
    assets.has(id) ? [element] : [],
  );
  const facts = [asset.classification ?? 'confidential (assumed)', ...asset.tags];
  return paragraphs(
    head(asset, 'data'),
    bullets([
      `Classification: ${facts.map(plain).join(', ')}`,
      at.length === 0 ? 'Reaches no element' : `Reaches ${shortened(at.map(code), mostNames).join(', ')}`,
    ]),
  );
}

export function describeIdentity({ architecture }: Analysis, id: string): string | undefined {
  if (id === 'end-user') return 'The user’s own rights, passed on by means the model cannot alter';
  const identity = architecture.identities.get(id);
  if (identity === undefined) return undefined;
  const users = [...architecture.elements.values()].filter(({ facts }) => said(facts, 'runs-as') === id);
  return paragraphs(
    head(identity, identity.kind ?? 'identity'),
    bullets([
      ...factLines(identity.facts, ['privilege', 'lifetime']),
      users.length === 0 ? 'Nothing acts with it' : `Acts for ${codes(users.map((user) => user.id))}`,
    ]),
  );
}

export function describeOption({ architecture, options }: Analysis, name: string): string | undefined {
  const option = architecture.system.options.get(name);
  if (option === undefined) return undefined;
  const on = options.switches[name] ?? option.on;
  return paragraphs(`**${plain(name)}** — option`, `Judged here as ${code(on ? 'on' : 'off')}`);
}

function describeElement(analysis: Analysis, element: Element, hovered: Span | undefined): string {
  const kind = findKind(element.kind);
  const reach = analysis.reach.elements.get(element.id);
  const assets = assetNames(reach?.assets.keys() ?? []);
  const around = boundariesAround(analysis.architecture, element.id).map(({ id }) => id);
  return paragraphs(
    head(element, element.kind),
    plain(element.description ?? kind?.doc ?? ''),
    bullets([
      ...(reach === undefined
        ? ['Switched off by an option']
        : [`Trust: **${reach.trust}**, because ${plain(reach.because)}`]),
      ...(assets.length === 0 ? [] : [`Data here: ${shortened(assets, mostNames).join(', ')}`]),
      ...(reach?.classification === undefined ? [] : [`Up to ${code(reach.classification)}`]),
      ...(around.length === 0 ? [] : [`Within ${codes(around)}`]),
      ...controlLines(element.controls),
    ]),
    findingsAt(analysis, new Set([element.id]), hovered),
  );
}

function describeBoundary(analysis: Analysis, boundary: Boundary, hovered: Span | undefined): string {
  const { architecture, judgement } = analysis;
  const inside = (id: string): boolean =>
    boundariesAround(architecture, id).some((around) => around.id === boundary.id);
  const members = [...architecture.elements.keys()].filter(inside);
  const inner = [...architecture.boundaries.keys()].filter(inside);
  const places = new Set([boundary.id, ...members, ...inner]);
  const groups = judgement.verdicts
    .filter(({ place }) => places.has(place))
    .flatMap((verdict) => verdict.groups);
  const met = groups.filter(({ state }) => state === 'met').length;
  const zone = zones.find(({ name }) => name === boundary.zone);
  return paragraphs(
    head(boundary, boundary.zone ?? 'boundary'),
    plain(boundary.description ?? zone?.doc ?? ''),
    bullets([
      members.length === 0
        ? 'Nothing lies within'
        : `Holds ${shortened(members.map(code), mostNames).join(', ')}`,
      ...(inner.length === 0 ? [] : [`Boundaries within: ${codes(inner)}`]),
      ...(groups.length === 0 ? [] : [`${met} of ${groups.length} requirements met`]),
      ...controlLines(boundary.controls),
    ]),
    findingsAt(analysis, places, hovered),
  );
}

function describeFlow(analysis: Analysis, flow: Flow, calls: number, hovered: Span | undefined): string {
  const reach = analysis.reach.flows.get(flow.key);
  const derived = flow.purposeSpan === undefined ? ' (follows from the kinds)' : '';
  return paragraphs(
    head(flow, `${flow.from.text} → ${flow.to.text}${calls > 1 ? ` and ${calls - 1} more` : ''}`),
    plain(flow.description ?? ''),
    bullets([
      `Purpose: ${code(flow.purpose)}${derived}`,
      ...(reach === undefined
        ? ['Switched off by an option']
        : [
            reach.crosses.length === 0 ? 'Crosses no boundary' : `Crosses ${codes(reach.crosses)}`,
            `Carries ${assetNames(reach.carries).join(', ') || 'nothing that is named'}, ${reach.trust}`,
            `Returns ${assetNames(reach.returns).join(', ') || 'nothing'}`,
          ]),
      ...(reach?.classification === undefined ? [] : [`Up to ${code(reach.classification)}`]),
      ...controlLines(flow.controls),
    ]),
    findingsAt(analysis, new Set([flow.id]), hovered),
  );
}

interface Named {
  readonly id: string;
  readonly title: string | undefined;
}

function head({ id, title }: Named, what: string): string {
  return `**${plain(title ?? id)}** — ${plain(what)}${title === undefined ? '' : ` ${code(id)}`}`;
}

const mostNames = 8;
const mostFindings = 6;

function findingsAt(
  analysis: Analysis,
  places: ReadonlySet<string>,
  hovered: Span | undefined,
): string | undefined {
  const open = analysis.findings.filter(
    ({ element, status }) => places.has(element) && status !== 'accepted',
  );
  const elsewhere = open.filter(({ span }) => span.start !== hovered?.start);
  const lines = elsewhere.map((finding) => `${shownSeverity(finding)}: ${plain(finding.message)}`);
  return elsewhere.length === 0
    ? undefined
    : paragraphs('Open findings', bullets(shortened(lines, mostFindings)));
}

function controlLines(statements: readonly ControlStatement[]): readonly string[] {
  if (statements.length === 0) return [];
  const lines = statements.map(({ control, status }) => `${code(control)} ${status}`);
  return [`Controls: ${shortened(lines, mostNames).join(', ')}`];
}

/** Data ids stand as code, content that nobody named as a phrase. */
function assetNames(assets: Iterable<string>): readonly string[] {
  return [...assets].flatMap((asset) => {
    if (asset === unnamed) return [];
    return /^[a-z0-9-]+$/.test(asset) ? code(asset) : plain(asset);
  });
}

function factLines(facts: Element['facts'], names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = said(facts, name);
    return value === undefined ? [] : [`${name}: ${code(value)}`];
  });
}

function said(facts: Element['facts'], name: string): string | undefined {
  return facts.get(name)?.values[0]?.text;
}
