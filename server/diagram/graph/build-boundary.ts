import type { Finding } from '../../analysis/finding.ts';
import type { Boundary } from '../../model/architecture.ts';
import { cleanText } from './clean-text.ts';
import { ghostNote } from './ghost.ts';
import type { GraphBoundary } from './graph.ts';
import { fonts, measureHeading } from './measure.ts';
import type { Subject } from './subject.ts';
import { describeMarks, tallyMarks } from './tally.ts';
import { fitLine } from './wrap-text.ts';
import { zoneTag } from './words.ts';

export function buildBoundary(
  { active }: Subject,
  boundary: Boundary,
  parent: string | undefined,
  findings: readonly Finding[],
): GraphBoundary {
  const marks = tallyMarks(findings, (active.boundaries.get(boundary.id) ?? boundary).controls);
  const name = cleanText(boundary.title ?? boundary.id);
  const title = fitLine(name, fonts.boundary, widestTitle);
  const tag = boundaryTag(boundary);
  const ghost = ghostNote(active.boundaries.has(boundary.id), boundary.switches);
  return {
    id: boundary.id,
    parent,
    zone: boundary.zone,
    title,
    tag,
    heading: measureHeading(title, tag, marks),
    ghost,
    marks,
    name: `${name}, ${tag.toLowerCase()}`,
    description: [
      ...(boundary.description === undefined ? [] : [cleanText(boundary.description)]),
      ...(ghost === undefined ? [] : [ghost]),
      ...describeMarks(marks),
    ].join('; '),
  };
}

const widestTitle = 260;

/** Zone, kind of line and who runs it, as far as they are said and not what everybody expects. */
function boundaryTag({ zone, facts }: Boundary): string {
  const type = facts.get('type')?.values[0]?.text;
  const operator = facts.get('operated-by')?.values[0]?.text;
  return [
    zoneTag(zone),
    ...(type === undefined || type === 'trust' ? [] : [cleanText(type, 20).toUpperCase()]),
    ...(operator === 'provider' || operator === 'third-party' ? [`BY ${operator.toUpperCase()}`] : []),
  ].join(' · ');
}
