import type { MapEntry, SyntaxNode } from '../../syntax/tree.ts';
import type { AcceptedRisk } from '../architecture.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import { acceptedRiskKeys } from '../vocabulary/section-keys.ts';
import { quote } from '../wording.ts';
import type { Decoding } from './decoding.ts';
import { namedEntries } from './ids.ts';
import { entriesOf, ownerOf } from './entry.ts';
import { decodeKeys } from './keys.ts';

/** Acceptances that say all they must; one without a reason, an owner or an end accepts nothing. */
export function decodeAcceptedRisks(
  decoding: Decoding,
  section: SyntaxNode | undefined,
): readonly AcceptedRisk[] {
  reportDoubles(decoding, section);
  return entriesOf(decoding, 'accepted-risks', section).flatMap((entry): readonly AcceptedRisk[] => {
    const { facts } = decodeKeys(decoding, ownerOf('accepted-risks', entry), entry.value, acceptedRiskKeys);
    const parts = readKey(decoding, entry);
    const isComplete = acceptedRiskKeys.every((key) => !key.required || facts.has(key.name));
    if (parts === undefined || !isComplete) return [];
    return [{ key: entry.key.text, ...parts, keySpan: entry.key.span, span: entry.span, facts }];
  });
}

function readKey(
  decoding: Decoding,
  { key }: MapEntry,
): { readonly rule: string; readonly place: string } | undefined {
  const parts = /^([a-z][a-z0-9-]*)@([^@\s]+)$/.exec(key.text);
  const [, rule, place] = parts ?? [];
  if (rule === undefined || place === undefined) {
    const message = `${quote(key.text)} names no finding; write the finding's id, "<rule>@<element, flow or boundary>"`;
    decoding.report(makeProblem('malformed-id', key.span, message));
    return undefined;
  }
  const { bySection } = decoding.ids;
  const places = [bySection.boundaries, bySection.actors, bySection.components, bySection.flows];
  if (place === systemPlace || places.some((ids) => ids.has(place))) return { rule, place };
  const known = (): readonly string[] => [systemPlace, ...places.flatMap((ids) => [...ids.keys()])];
  const { nearest, hint } = decoding.suggest(place, known, 'there is');
  const at = key.span.start + decoding.text.slice(key.span.start, key.span.end).indexOf('@') + 1;
  const span = { start: at, end: at + place.length };
  const message = `there is no element, flow or boundary ${quote(place)}, so nothing is accepted${hint}`;
  const remedies = replaceWithEach(nearest, span);
  decoding.report(makeProblem('dangling-reference', span, message, { severity: 'warning', remedies }));
  return undefined;
}

/** What stands behind the `@` of findings about the whole system. */
const systemPlace = 'system';

function reportDoubles(decoding: Decoding, section: SyntaxNode | undefined): void {
  const first = new Map<string, MapEntry>();
  for (const entry of namedEntries(section)) {
    const before = first.get(entry.key.text);
    if (before === undefined) {
      first.set(entry.key.text, entry);
      continue;
    }
    const name = quote(entry.key.text);
    decoding.report(
      makeProblem('duplicate-key', entry.key.span, `${name} is accepted twice; only the first is read`, {
        related: [{ text: `the first ${name}`, span: before.key.span }],
        remedies: [{ type: 'remove-entry', title: `Remove the second ${name}`, span: entry.span }],
      }),
    );
  }
}
