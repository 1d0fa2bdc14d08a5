import type { Located, Span } from '../../text/span.ts';
import type { ScalarNode, SyntaxNode } from '../../syntax/tree.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import type { Problem, Remedy } from '../problem.ts';
import { unknownWord } from '../vocabulary/element-keys.ts';
import type { Key, ValueType } from '../vocabulary/word.ts';
import { quote, quoteAll } from '../wording.ts';
import type { Decoding, Owner } from './decoding.ts';
import { resolveReference } from './references.ts';
import { readService } from './service.ts';

/** Value types that one scalar or a list of scalars can hold. */
export type SimpleType = Extract<
  ValueType,
  { type: 'word' | 'reference' | 'text' | 'boolean' | 'integer' | 'date' | 'service' }
>;

/**
 * `values` are those that read; none is not the same as an empty list, which `stated` tells apart.
 * `unsaid`: the word `unknown` takes back what a default says.
 */
export type Reading =
  | { readonly type: 'stated'; readonly values: readonly Located[] }
  | { readonly type: 'unsaid' }
  | { readonly type: 'unreadable' };

const unreadable: Reading = { type: 'unreadable' };

/** Reads the value of a key, and reports what does not read. */
export function readValue(
  decoding: Decoding,
  owner: Owner,
  key: Key,
  type: SimpleType,
  node: SyntaxNode,
): Reading {
  switch (node.type) {
    case 'map':
      decoding.report(wrongType(owner, key, type, startOf(node, decoding), 'not a map'));
      return unreadable;
    case 'scalar':
      if (isUnknown(decoding, type, node)) return { type: 'unsaid' };
      return stated([readScalar(decoding, owner, key, type, node)]);
    case 'list':
      if (!takesMany(type)) return readOnlyItem(decoding, owner, key, type, node.items, node.span);
      if (node.items.some((item) => item.type === 'scalar' && isUnknown(decoding, type, item))) {
        return { type: 'unsaid' };
      }
      return readItems(decoding, owner, key, type, node.items);
  }
}

function readItems(
  decoding: Decoding,
  owner: Owner,
  key: Key,
  type: SimpleType,
  items: readonly SyntaxNode[],
): Reading {
  if (items.length === 0) return { type: 'stated', values: [] };
  return stated(
    items.map((item) => {
      if (item.type === 'scalar') return readScalar(decoding, owner, key, type, item);
      const message = `an item of "${key.name}" of ${owner.name} is ${expected(type)}, not a ${item.type}`;
      decoding.report(makeProblem('wrong-type', startOf(item, decoding), message));
      return undefined;
    }),
  );
}

/** A list where one value is wanted. */
function readOnlyItem(
  decoding: Decoding,
  owner: Owner,
  key: Key,
  type: SimpleType,
  items: readonly SyntaxNode[],
  span: Span,
): Reading {
  const only = items.length === 1 && items[0]?.type === 'scalar' ? items[0] : undefined;
  const remedies: readonly Remedy[] =
    only === undefined
      ? []
      : [{ type: 'replace', title: `Change to ${quote(only.text)}`, span, text: sourceOf(decoding, only) }];
  decoding.report(wrongType(owner, key, type, span, 'not a list', remedies));
  return unreadable;
}

/** Without values that stand twice; unreadable when nothing was left. */
function stated(values: readonly (Located | undefined)[]): Reading {
  const seen = new Set<string>();
  const kept = values.filter((value): value is Located => {
    if (value === undefined || seen.has(value.text)) return false;
    seen.add(value.text);
    return true;
  });
  return kept.length === 0 ? unreadable : { type: 'stated', values: kept };
}

function readScalar(
  decoding: Decoding,
  owner: Owner,
  key: Key,
  type: SimpleType,
  node: ScalarNode,
): Located | undefined {
  const value = node.text.trim();
  const accept = (text: string): Located => ({ text, span: node.span });
  const refuse = (
    code: Problem['code'],
    message: string,
    remedies: readonly Remedy[] = [],
  ): Located | undefined => {
    decoding.report(makeProblem(code, node.span, message, { remedies }));
    return undefined;
  };
  const subject = `"${key.name}" of ${owner.name}`;
  if (node.value === null || value === '') {
    return refuse('wrong-type', `${subject} has no value; it takes ${expected(type)}`);
  }
  switch (type.type) {
    case 'text':
      return accept(node.text);
    case 'word': {
      if (type.words.some((word) => word.name === value)) return accept(value);
      const { nearest, hint } = decoding.suggest(
        value,
        () => type.words.map((word) => word.name),
        'it takes',
      );
      const remedies = replaceWithEach(nearest, node.span);
      return refuse('unknown-value', `${subject} cannot be ${quote(value)}${hint}`, remedies);
    }
    case 'reference':
      return resolveReference(decoding, owner, key, type.to, node);
    case 'boolean': {
      const meant = booleanMeant(value);
      if (meant === value.toLowerCase()) return accept(meant);
      const remedies = meant === undefined ? [] : replaceWithEach([meant], node.span);
      return refuse('wrong-type', `${subject} takes true or false, not ${quote(value)}`, remedies);
    }
    case 'integer': {
      const number = Number(value);
      if (Number.isInteger(number) && number >= type.from && number <= type.to) return accept(String(number));
      return refuse('unknown-value', `${subject} takes ${expected(type)}, not ${quote(value)}`);
    }
    case 'date':
      if (isRealDate(value)) return accept(value);
      return refuse('unknown-value', `${subject} takes ${expected(type)}, not ${quote(value)}`);
    case 'service':
      return readService(decoding, subject, node);
  }
}

function isUnknown(decoding: Decoding, type: SimpleType, node: ScalarNode): boolean {
  if (node.text !== unknownWord.name) return false;
  if (type.type !== 'reference') return true;
  // Nothing forbids the id `unknown`.
  return !Object.values(decoding.ids.bySection).some((ids) => ids.has(unknownWord.name));
}

function isRealDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Also what YAML 1.1 took for a boolean. */
function booleanMeant(value: string): 'true' | 'false' | undefined {
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'yes' || lower === 'on') return 'true';
  if (lower === 'false' || lower === 'no' || lower === 'off') return 'false';
  return undefined;
}

function takesMany(type: SimpleType): boolean {
  return 'many' in type && type.many;
}

function wrongType(
  owner: Owner,
  key: Key,
  type: SimpleType,
  span: Span,
  found: string,
  remedies: readonly Remedy[] = [],
): Problem {
  const many = takesMany(type) ? ', or a list' : '';
  const message = `"${key.name}" of ${owner.name} takes ${expected(type)}${many}, ${found}`;
  return makeProblem('wrong-type', span, message, { remedies });
}

const fewWords = 8;

function expected(type: SimpleType): string {
  switch (type.type) {
    case 'word': {
      const names = type.words.map((word) => word.name);
      return names.length > fewWords
        ? `one word such as ${quoteAll('or', names.slice(0, 3))}`
        : quoteAll('or', names);
    }
    case 'reference':
      return type.to === 'option' ? 'the name of an option' : 'an id';
    case 'text':
      return 'a text';
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number from ${type.from} to ${type.to}`;
    case 'date':
      return 'a day such as 2027-01-31';
    case 'service':
      return 'a product such as "aws:bedrock"';
  }
}

/** A collection is marked by its first line: a mark of a whole block hides what is wrong in it. */
export function startOf(node: SyntaxNode, decoding: Decoding): Span {
  const { start, end } = node.span;
  const lineEnd = decoding.text.slice(start, end).search(/[\r\n]/);
  return { start, end: lineEnd === -1 ? end : start + lineEnd };
}

function sourceOf(decoding: Decoding, node: SyntaxNode): string {
  return decoding.text.slice(node.span.start, node.span.end);
}
