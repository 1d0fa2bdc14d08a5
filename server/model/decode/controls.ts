import type { ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import type { ControlStatement, ControlStatus, Facts, Place } from '../architecture.ts';
import type { Fact } from '../architecture.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import { declarationKeys, statuses } from '../vocabulary/section-keys.ts';
import { quote } from '../wording.ts';
import type { Span } from '../../text/span.ts';
import type { Decoding, Owner } from './decoding.ts';
import { decodeKeys, said, type DecodedKeys } from './keys.ts';
import { readSwitches } from './switches.ts';
import { startOf } from './values.ts';

/** Reads a map from control to declaration, or a list of controls that are all implemented. */
export function decodeControls(
  decoding: Decoding,
  owner: Owner,
  node: SyntaxNode | undefined,
  place: Place,
): readonly ControlStatement[] {
  if (node === undefined || (node.type === 'scalar' && node.value === null)) return [];
  const read = new Map<string, ControlStatement>();
  const first = new Map<string, Span>();
  const isRepeated = (control: ScalarNode, span: Span): boolean => {
    const before = first.get(control.text);
    if (before === undefined) {
      first.set(control.text, control.span);
      return false;
    }
    const name = quote(control.text);
    decoding.report(
      makeProblem(
        'duplicate-key',
        control.span,
        `${name} is stated twice for ${owner.name}; only the first is read`,
        {
          related: [{ text: `the first ${name}`, span: before }],
          remedies:
            node.type === 'map' ? [{ type: 'remove-entry', title: `Remove the second ${name}`, span }] : [],
        },
      ),
    );
    return true;
  };

  if (node.type === 'map') {
    for (const entry of node.entries) {
      if (entry.key.text.startsWith('x-') || isRepeated(entry.key, entry.span)) continue;
      checkControlName(decoding, owner, entry.key);
      const statement = decodeDeclaration(decoding, owner, entry.key, entry.value, entry.span, place);
      if (statement !== undefined) read.set(entry.key.text, statement);
    }
    return [...read.values()];
  }
  if (node.type === 'list') {
    for (const item of node.items) {
      if (item.type !== 'scalar') {
        const message = `a list of controls holds names only; to say more of a control, write "controls" of ${owner.name} as a map`;
        decoding.report(makeProblem('wrong-type', startOf(item, decoding), message));
        continue;
      }
      if (item.value === null || isRepeated(item, item.span)) continue;
      checkControlName(decoding, owner, item);
      read.set(item.text, shortStatement(item, item.span, place, 'implemented', item.span));
    }
    return [...read.values()];
  }
  const message = `"controls" of ${owner.name} takes a map from control to status, or a list of controls, not ${quote(node.text)}`;
  decoding.report(makeProblem('wrong-type', node.span, message));
  return [];
}

function checkControlName(decoding: Decoding, owner: Owner, control: ScalarNode): void {
  if (decoding.known.controls.has(control.text)) return;
  const { nearest, hint } = decoding.suggest(
    control.text,
    () => [...decoding.known.controls.keys()],
    'there is',
  );
  const message = `there is no control ${quote(control.text)} for ${owner.name}${hint}`;
  const remedies = replaceWithEach(nearest, control.span);
  decoding.report(makeProblem('unknown-control', control.span, message, { remedies }));
}

function decodeDeclaration(
  decoding: Decoding,
  owner: Owner,
  control: ScalarNode,
  value: SyntaxNode | undefined,
  span: Span,
  place: Place,
): ControlStatement | undefined {
  const name = quote(control.text);
  if (value === undefined || (value.type === 'scalar' && value.value === null)) {
    const message = `${name} of ${owner.name} has no status; say "implemented", "absent" or another`;
    decoding.report(makeProblem('missing-key', control.span, message));
    return undefined;
  }
  if (value.type === 'scalar') {
    const status = readStatus(decoding, name, owner, value);
    if (status === undefined) return undefined;
    if (needsReason(status)) {
      const message = `${name} of ${owner.name} does not say "reason": why it is ${status}`;
      const remedies = [
        {
          type: 'replace',
          title: 'Write it with a reason',
          span: value.span,
          text: `{ status: ${status}, reason: unknown }`,
        },
      ] as const;
      decoding.report(makeProblem('missing-key', value.span, message, { remedies }));
    }
    return shortStatement(control, span, place, status, value.span);
  }
  const inner: Owner = { ...owner, name: `${name} of ${owner.name}`, span: control.span, direct: false };
  const keys = decodeKeys(decoding, inner, value, declarationKeys);
  const statusFact = keys.facts.get('status')?.values[0];
  const status = statuses.find(({ name: word }) => word === statusFact?.text)?.name;
  if (status === undefined || statusFact === undefined || !isStatus(status)) return undefined;
  if (needsReason(status) && said(keys.facts, 'reason') === undefined && !wasWrittenWrong(keys, 'reason')) {
    const message = `${inner.name} does not say "reason": why it is ${status}`;
    decoding.report(makeProblem('missing-key', statusFact.span, message));
  }
  return {
    control: control.text,
    controlSpan: control.span,
    span,
    place,
    status,
    statusSpan: statusFact.span,
    facts: withParameters(decoding, inner, control.text, keys),
    switches: readSwitches(decoding, keys.facts, inner.name),
  };
}

function shortStatement(
  control: ScalarNode,
  span: Span,
  place: Place,
  status: ControlStatus,
  statusSpan: Span,
): ControlStatement {
  return {
    control: control.text,
    controlSpan: control.span,
    span,
    place,
    status,
    statusSpan,
    facts: new Map(),
    switches: [],
  };
}

/** A problem of its own says what is wrong with it. */
function wasWrittenWrong(keys: DecodedKeys, name: string): boolean {
  return keys.written.has(name) && !keys.unsaid.has(name);
}

function needsReason(status: ControlStatus): boolean {
  return status === 'ineffective' || status === 'not-applicable';
}

function readStatus(
  decoding: Decoding,
  name: string,
  owner: Owner,
  node: ScalarNode,
): ControlStatus | undefined {
  if (node.text === 'unknown') return undefined;
  if (isStatus(node.text)) return node.text;
  const { nearest, hint } = decoding.suggest(
    node.text,
    () => statuses.map((status) => status.name),
    'it takes',
  );
  const meant = yesOrNo(node);
  const words = meant === undefined ? nearest : [meant];
  const message = `the status of ${name} of ${owner.name} cannot be ${quote(node.text)}${meant === undefined ? hint : `; did you mean "${meant}"?`}`;
  const remedies = replaceWithEach(words, node.span);
  decoding.report(makeProblem('unknown-value', node.span, message, { remedies }));
  return undefined;
}

function yesOrNo(node: ScalarNode): ControlStatus | undefined {
  if (/^(?:true|yes|on)$/i.test(node.text)) return 'implemented';
  return /^(?:false|no|off|none)$/i.test(node.text) ? 'absent' : undefined;
}

const statusNames: Readonly<Record<ControlStatus, true>> = {
  implemented: true,
  inherited: true,
  planned: true,
  partial: true,
  absent: true,
  ineffective: true,
  'not-applicable': true,
};

function isStatus(text: string): text is ControlStatus {
  return Object.hasOwn(statusNames, text);
}

/** A control's own figures stand among its facts as `params.<name>`. */
function withParameters(decoding: Decoding, owner: Owner, control: string, keys: DecodedKeys): Facts {
  const entry = keys.structures.get('params');
  if (entry?.value === undefined) return keys.facts;
  if (entry.value.type !== 'map') {
    const message = `"params" of ${owner.name} takes a map from name to value`;
    decoding.report(makeProblem('wrong-type', startOf(entry.value, decoding), message));
    return keys.facts;
  }
  const known = decoding.known.controls.get(control)?.params;
  const facts = new Map<string, Fact>(keys.facts);
  for (const { key, value, span } of entry.value.entries) {
    if (key.text.startsWith('x-')) continue;
    if (known !== undefined && !Object.hasOwn(known, key.text)) {
      const { nearest, hint } = decoding.suggest(key.text, () => Object.keys(known), 'it takes');
      const message = `${quote(control)} has no parameter ${quote(key.text)}${hint}`;
      const remedies = replaceWithEach(nearest, key.span);
      decoding.report(makeProblem('unknown-key', key.span, message, { remedies }));
      continue;
    }
    if (value?.type !== 'scalar' || value.value === null) {
      const message = `the parameter ${quote(key.text)} of ${owner.name} takes one value`;
      decoding.report(
        makeProblem('wrong-type', value === undefined ? key.span : startOf(value, decoding), message),
      );
      continue;
    }
    if (value.text === 'unknown') continue;
    const name = `params.${key.text}`;
    facts.set(name, { key: name, keySpan: key.span, span, values: [{ text: value.text, span: value.span }] });
  }
  return facts;
}
