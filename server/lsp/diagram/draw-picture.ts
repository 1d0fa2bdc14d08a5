import { describePicture } from '../../diagram/svg/describe.ts';
import { renderLegend } from '../../diagram/svg/render-legend.ts';
import { renderSvg } from '../../diagram/svg/render-svg.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Descriptor } from '../workspace.ts';
import { focusInWords, isUnreadable, placedView } from './drawing.ts';
import { findingNotes, picturePlaces, trailOf } from './picture-places.ts';
import type { Picture } from './picture.ts';
import type { PlaceInTime } from './place-in-time.ts';
import type { DiagramView } from './view.ts';

export interface PictureWish {
  readonly view: DiagramView;
  /** Hash of the picture that the asker shows. */
  readonly have: string | undefined;
  readonly docsBase: string;
}

/** The picture of a view, without markup where the asker has the same or the text cannot be read. */
export async function drawPicture(
  descriptor: Descriptor,
  { view, have, docsBase }: PictureWish,
  place: PlaceInTime,
): Promise<Picture> {
  const placed = await placedView(descriptor, view, place);
  const svg = renderSvg(placed, { theme: 'editor', frame: 'bare' });
  const hash = fingerprint(svg);
  const stale = isUnreadable(descriptor) && have !== undefined;
  const known = stale || hash === have;
  const { name, description } = describePicture(placed);
  return {
    uri: descriptor.uri,
    version: descriptor.document.version,
    hash: stale ? have : hash,
    name,
    summary: description,
    notices: placed.notices,
    stale,
    places: picturePlaces(descriptor, placed, view.direction),
    findings: findingNotes(descriptor, docsBase),
    collapsed: placed.graph.nodes.filter(({ form }) => form === 'collapsed').map(({ id }) => id),
    focus: focusInWords(descriptor, view),
    trail: trailOf(pathInFocus(descriptor, view), placed),
    svg: known ? undefined : svg,
    legend: known ? undefined : renderLegend(placed, { theme: 'editor', width: 620 }),
  };
}

function pathInFocus({ analysis }: Descriptor, { focus }: DiagramView): readonly string[] {
  if (focus?.type !== 'path') return [];
  return analysis.findings.find(({ id }) => id === focus.finding)?.paths[focus.index] ?? [];
}
