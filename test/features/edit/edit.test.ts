import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dataOf,
  isDataList,
  isDataMap,
  type Data,
  type DataMap,
} from '../../../server/features/edit/data.ts';
import { moveEntry } from '../../../server/features/edit/move-entry.ts';
import { removeEntry } from '../../../server/features/edit/remove-entry.ts';
import { renameKey } from '../../../server/features/edit/replace-scalar.ts';
import { setValue } from '../../../server/features/edit/set-value.ts';
import { parseSyntax } from '../../../server/syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../server/text/text-edit.ts';
import { controlNames, randomDescriptor, type RandomDescriptor } from './random-descriptor.ts';

/** Shrinking text that is made of hundreds of choices takes minutes and shows little: the first failure is shown. */
const runs = { numRuns: Number(process.env.BARTIZAN_RUNS ?? 300), endOnFailure: true };

const newValues: fc.Arbitrary<Data> = fc.constantFrom<Data[]>(
  'implemented',
  'planned',
  'it: is',
  'true',
  "don't # do",
  true,
  7,
  ['a', 'b c', 'd, e'],
  { status: 'ineffective', reason: 'admits: every address' },
  { status: 'planned', params: { limit: '100/s' } },
);

const anyPath: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.tuple(
    fc.constantFrom('boundaries', 'components', 'flows'),
    fc.constantFrom('bot', 'chat', 'mailer', 'new-one', 'true', 'a: b'),
    fc.constant('controls'),
    fc.constantFrom(...controlNames, 'new-control'),
  ),
  fc.tuple(
    fc.constantFrom('boundaries', 'components', 'flows', 'data'),
    fc.constantFrom('bot', 'chat', 'mailer', 'new-one'),
    fc.constantFrom('kind', 'title', 'within', 'controls'),
  ),
  fc.tuple(
    fc.constantFrom('components', 'flows', 'accepted-risks', 'actors'),
    fc.constantFrom('bot', 'rule@bot'),
  ),
  fc.tuple(fc.constant('system'), fc.constantFrom('name', 'scope', 'owner')),
  fc.tuple(fc.constant('system'), fc.constant('controls'), fc.constantFrom(...controlNames)),
);

describe('edits of any descriptor', () => {
  it('start from text that reads as meant', () => {
    fc.assert(
      fc.property(randomDescriptor, ({ text, data }) => {
        assert.deepEqual(parseSyntax(text).problems, []);
        assert.deepEqual(dataOf(parseSyntax(text).root), data);
      }),
      runs,
    );
  });

  it('set a value, and change nothing else', () => {
    fc.assert(
      fc.property(randomDescriptor, anyPath, newValues, (descriptor, path, value) => {
        const edits = setValue(parseSyntax(descriptor.text), path, value);
        check(descriptor, edits, withValue(descriptor.data, path, value));
        const old = at(descriptor.data, path);
        if (old === undefined || typeof old !== 'object') checkComments(descriptor, edits);
      }),
      runs,
    );
  });

  it('remove an entry, and change nothing else', () => {
    fc.assert(
      fc.property(randomDescriptor, anyPath, (descriptor, path) => {
        if (!stands(descriptor.data, path)) return;
        check(descriptor, removeEntry(parseSyntax(descriptor.text), path), without(descriptor.data, path));
      }),
      runs,
    );
  });

  it('rename a key, and change nothing else', () => {
    fc.assert(
      fc.property(
        randomDescriptor,
        anyPath,
        fc.constantFrom('other', 'a: b', "it's", 'false'),
        (descriptor, path, key) => {
          if (!stands(descriptor.data, path)) return;
          check(
            descriptor,
            renameKey(parseSyntax(descriptor.text), path, key),
            renamed(descriptor.data, path, key),
          );
        },
      ),
      runs,
    );
  });

  it('move nothing where the comma of the one before would end in a comment', () => {
    const tree = parseSyntax(`system:
  controls: [
    rate-limiting,  # at the gateway
    execution-budget
  ]
`);
    const place = ['system', 'controls'];
    assert.equal(moveEntry(tree, [...place, 'execution-budget'], [...place, 'human-approval']), undefined);
  });

  it('move an entry, and change nothing else', () => {
    fc.assert(
      fc.property(randomDescriptor, anyPath, anyPath, (descriptor, from, to) => {
        if (!stands(descriptor.data, from) || stands(descriptor.data, to)) return;
        if (from.every((key, at) => to[at] === key) || to.every((key, at) => from[at] === key)) return;
        const tree = parseSyntax(descriptor.text);
        const value = at(descriptor.data, from) ?? null;
        const added = withValue(descriptor.data, to, value);
        if (added === undefined) return assert.equal(moveEntry(tree, from, to), undefined);
        const edits = moveEntry(tree, from, to);
        if (edits !== undefined) check(descriptor, edits, without(added, from));
      }),
      runs,
    );
  });
});

describe('edits of a broken descriptor', () => {
  const slips = ['{', '}', '"', "'", ':', '[', ' ', '- ', '&a ', '*a', '# ', '\n', '\r', '\t', 'unread: ['];

  it('say what they mean, or refuse', () => {
    fc.assert(
      fc.property(
        randomDescriptor,
        fc.nat(),
        fc.constantFrom(...slips),
        anyPath,
        ({ text }, offset, slip, path) => {
          const place = offset % (text.length + 1);
          const broken = text.slice(0, place) + slip + text.slice(place);
          const tree = parseSyntax(broken);
          removeEntry(tree, path);
          const edits = setValue(tree, path, 'planned');
          if (edits === undefined) return;
          const after = applyEdits(broken, edits);
          const shown = `${broken}\n---- after\n${after}`;
          assert.equal(at(dataOf(parseSyntax(after).root), path), 'planned', shown);
        },
      ),
      runs,
    );
  });
});

/** What must come of it: the expected data, every comment outside a removed value, every other byte. */
function check(
  descriptor: RandomDescriptor,
  edits: readonly TextEdit[] | undefined,
  expected: Data | undefined,
): void {
  const label = descriptor.text;
  if (expected === undefined) return assert.equal(edits, undefined, label);
  assert.ok(edits, `refused:\n${label}`);
  const after = applyEdits(descriptor.text, edits);
  const tree = parseSyntax(after);
  const shown = `${label}\n---- after\n${after}`;
  assert.deepEqual(tree.problems, [], shown);
  assert.equal(inOrder(dataOf(tree.root)), inOrder(expected), shown);
  assert.doesNotMatch(after, label.includes('\r\n') ? /(?<!\r)\n/ : /\r/, shown);
  assert.equal(after.endsWith('\n'), label.endsWith('\n'), shown);
  assert.equal(after.startsWith('\uFEFF'), label.startsWith('\uFEFF'), shown);
}

/** Every comment stands where it stood: behind the same text, or alone on its line. */
function checkComments({ text }: RandomDescriptor, edits: readonly TextEdit[] | undefined): void {
  const after = applyEdits(text, edits ?? []);
  const comments = (lines: string): readonly string[] =>
    lines.split(/\r?\n/).filter((line) => /# (?:note|said)/.test(line));
  const kept = new Set(comments(after));
  const gone = comments(text).filter((line) => !kept.has(line));
  // The one line that the edit touches may differ before its comment.
  assert.ok(gone.length <= 1 || edits!.length > 2, `${text}\n---- after\n${after}`);
  assert.equal(comments(after).length, comments(text).length, `${text}\n---- after\n${after}`);
}

/** Sections have their canonical order; everything below keeps its own. */
function inOrder(data: Data): string {
  return JSON.stringify(Object.entries(mapOf(data)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function stands(data: Data, path: readonly string[]): boolean {
  return at(data, path) !== undefined;
}

function at(data: Data, path: readonly string[]): Data | undefined {
  return path.reduce<Data | undefined>((node, key) => {
    if (node === undefined || typeof node !== 'object' || node === null) return undefined;
    if (isDataList(node)) return node.includes(key) ? 'implemented' : undefined;
    return Object.hasOwn(node, key) ? mapOf(node)[key] : undefined;
  }, data);
}

function mapOf(data: Data | undefined): DataMap {
  return data !== undefined && isDataMap(data) ? data : {};
}

function withValue(data: Data, path: readonly string[], value: Data): Data | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (isDataList(data)) {
    if (value === 'implemented') return data.includes(key) ? data : [...data, key];
    return {
      ...Object.fromEntries(data.map((item) => [typeof item === 'string' ? item : '', 'implemented'])),
      [key]: value,
    };
  }
  if (data !== null && !isDataMap(data)) return undefined;
  const below = withValue(mapOf(data)[key] ?? null, rest, value);
  return below === undefined ? undefined : { ...mapOf(data), [key]: below };
}

/** `controls` and sections of entries go with their last entry. */
function without(data: Data, path: readonly string[], top = true): Data {
  const [key = '', ...rest] = path;
  if (isDataList(data)) return data.filter((item) => item !== key);
  const others = Object.fromEntries(Object.entries(mapOf(data)).filter(([name]) => name !== key));
  if (rest.length === 0) return others;
  const below = without(mapOf(data)[key] ?? null, rest, false);
  const empty = typeof below === 'object' && below !== null && Object.keys(below).length === 0;
  if (rest.length === 1 && empty && (key === 'controls' || (top && key !== 'system'))) return others;
  return Object.fromEntries(
    Object.entries(mapOf(data)).map(([name, old]) => [name, name === key ? below : old]),
  );
}

function renamed(data: Data, path: readonly string[], newKey: string): Data {
  const [key = '', ...rest] = path;
  if (isDataList(data)) return data.map((item) => (item === key ? newKey : item));
  const entries = Object.entries(mapOf(data)).map(([name, value]): [string, Data] => {
    if (name !== key) return [name, value];
    return rest.length === 0 ? [newKey, value] : [name, renamed(value, rest, newKey)];
  });
  return Object.fromEntries(entries);
}
