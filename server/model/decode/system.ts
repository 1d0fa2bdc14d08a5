import type { Span } from '../../text/span.ts';
import type { MapEntry } from '../../syntax/tree.ts';
import type { System } from '../architecture.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import { systemKeys } from '../vocabulary/section-keys.ts';
import { quote } from '../wording.ts';
import { decodeControls } from './controls.ts';
import type { Decoding, Owner } from './decoding.ts';
import { isWellFormedId, malformedId } from './ids.ts';
import { decodeKeys, said } from './keys.ts';
import { startOf } from './values.ts';

export function decodeSystem(decoding: Decoding, entry: MapEntry | undefined): System {
  const span = entry?.key.span ?? { start: 0, end: 0 };
  const owner: Owner = { section: 'system', id: undefined, name: '"system"', span, direct: true };
  const { facts, structures } = decodeKeys(decoding, owner, entry?.value, systemKeys);
  const scope = said(facts, 'scope');
  return {
    span,
    name: said(facts, 'name'),
    scope: scope === undefined ? undefined : Number(scope),
    platform: said(facts, 'platform'),
    stage: said(facts, 'stage'),
    criticality: said(facts, 'criticality'),
    facts,
    options: decodeOptions(decoding, structures.get('options')),
    controls: decodeControls(decoding, owner, structures.get('controls')?.value, { type: 'system' }),
  };
}

function decodeOptions(
  decoding: Decoding,
  entry: MapEntry | undefined,
): ReadonlyMap<string, { readonly on: boolean; readonly span: Span }> {
  const options = new Map<string, { readonly on: boolean; readonly span: Span }>();
  const node = entry?.value;
  if (node === undefined || (node.type === 'scalar' && node.value === null)) return options;
  if (node.type !== 'map') {
    const message =
      '"options" of "system" takes a map from name to its default, such as "private-network: false"';
    decoding.report(makeProblem('wrong-type', startOf(node, decoding), message));
    return options;
  }
  for (const { key, value, span } of node.entries) {
    const name = key.text;
    if (name.startsWith('x-')) continue;
    const before = options.get(name);
    if (before !== undefined) {
      decoding.report(
        makeProblem(
          'duplicate-key',
          key.span,
          `there are two options ${quote(name)}; only the first is read`,
          {
            related: [{ text: `the first ${quote(name)}`, span: before.span }],
            remedies: [{ type: 'remove-entry', title: `Remove the second ${quote(name)}`, span }],
          },
        ),
      );
      continue;
    }
    if (!isWellFormedId(name)) decoding.report(malformedId(name, key.span, decoding.text));
    const isBoolean = value?.type === 'scalar' && typeof value.value === 'boolean';
    if (!isBoolean) {
      const found = value?.type === 'scalar' && value.value !== null ? `, not ${quote(value.text)}` : '';
      const message = `the option ${quote(name)} takes its default, true or false${found}`;
      const remedies = value?.type === 'scalar' ? replaceWithEach(['false', 'true'], value.span) : [];
      const place = value === undefined ? key.span : startOf(value, decoding);
      decoding.report(
        makeProblem('wrong-type', place, message, {
          remedies: value?.span.start === value?.span.end ? [] : remedies,
        }),
      );
    }
    options.set(name, { on: isBoolean && value.value, span: key.span });
  }
  return options;
}
