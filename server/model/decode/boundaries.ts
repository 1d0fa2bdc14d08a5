import type { SyntaxNode } from '../../syntax/tree.ts';
import type { Boundary } from '../architecture.ts';
import { makeProblem } from '../make-problem.ts';
import { boundaryEntryKeys } from '../vocabulary/vocabulary.ts';
import { quoteAll } from '../wording.ts';
import type { Decoding } from './decoding.ts';
import { controlsOf, decodeEntry, entriesOf, ownerOf } from './entry.ts';
import { said } from './keys.ts';

export function decodeBoundaries(
  decoding: Decoding,
  section: SyntaxNode | undefined,
): ReadonlyMap<string, Boundary> {
  const boundaries = new Map<string, Boundary>();
  for (const entry of entriesOf(decoding, 'boundaries', section)) {
    const decoded = decodeEntry(decoding, ownerOf('boundaries', entry), entry, boundaryEntryKeys);
    const { common } = decoded;
    boundaries.set(common.id, {
      ...common,
      zone: said(common.facts, 'zone'),
      within: said(common.facts, 'within'),
      controls: controlsOf(decoding, decoded, { type: 'boundary', id: common.id }),
    });
  }
  return withoutCycles(decoding, boundaries);
}

/** A cycle is reported once and opened at its first member, so that every walk outwards ends. */
function withoutCycles(
  decoding: Decoding,
  boundaries: ReadonlyMap<string, Boundary>,
): ReadonlyMap<string, Boundary> {
  const result = new Map(boundaries);
  const clear = new Set<string>();
  for (const start of boundaries.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !clear.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = result.get(at)?.within;
    }
    if (at !== undefined && onPath.has(at)) openCycle(decoding, result, path.slice(path.indexOf(at)));
    for (const id of path) clear.add(id);
  }
  return result;
}

function openCycle(decoding: Decoding, boundaries: Map<string, Boundary>, cycle: readonly string[]): void {
  const members = cycle.flatMap((id) => boundaries.get(id) ?? []);
  const first = members[0];
  const within = first?.facts.get('within');
  if (first === undefined || within === undefined) return;
  const message =
    members.length === 1
      ? `${quoteAll('and', cycle)} cannot lie within itself`
      : `${quoteAll('and', cycle)} lie within each other; one of them must lie elsewhere`;
  const span = within.values[0]?.span ?? first.idSpan;
  const related = members.slice(1).flatMap((member) => {
    const place = member.facts.get('within')?.values[0]?.span;
    return place === undefined
      ? []
      : [{ text: `"${member.id}" lies within "${member.within ?? ''}"`, span: place }];
  });
  decoding.report(
    makeProblem('containment-cycle', span, message, {
      related,
      remedies: [{ type: 'remove-entry', title: `Remove "within" of "${first.id}"`, span: within.span }],
    }),
  );
  const facts = new Map(first.facts);
  facts.delete('within');
  boundaries.set(first.id, { ...first, within: undefined, facts });
}
