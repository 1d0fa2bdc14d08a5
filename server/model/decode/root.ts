import type { Span } from '../../text/span.ts';
import { findEntry, type MapEntry, type MapNode, type SyntaxTree } from '../../syntax/tree.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import type { Problem } from '../problem.ts';
import { formatVersion, sections, type SectionName } from '../vocabulary/vocabulary.ts';
import { quote, quoteAll } from '../wording.ts';
import type { Suggest } from './decoding.ts';

export type Sections = ReadonlyMap<SectionName, MapEntry>;

/** The sections of a descriptor; a root that is no map has none, which is reported. */
export function readSections(
  tree: SyntaxTree,
  suggest: Suggest,
  report: (problem: Problem) => void,
): Sections {
  for (const { span, message } of tree.problems) report(makeProblem('yaml-syntax', span, message));
  const { root, text } = tree;
  if (root === undefined || (root.type === 'scalar' && root.value === null)) {
    if (tree.problems.length === 0) report(emptyFile(text));
    return new Map();
  }
  if (root.type !== 'map') {
    if (tree.problems.length > 0) return new Map();
    const message = `a descriptor is a map of sections: ${quoteAll('and', sectionNames)}`;
    report(makeProblem('wrong-type', firstLine(text, root.span), message));
    return new Map();
  }
  // Where the YAML is broken, what looks like a section is often a part of one.
  const reportUnknown = tree.problems.length === 0 ? report : undefined;
  const found = sectionsIn(root, suggest, report, reportUnknown);
  checkVersion(text, root, findEntry(root, 'bartizan'), report);
  return found;
}

const sectionNames: readonly string[] = sections.map((section) => section.name);

function sectionsIn(
  root: MapNode,
  suggest: Suggest,
  report: (problem: Problem) => void,
  reportUnknown: ((problem: Problem) => void) | undefined,
): Sections {
  const found = new Map<SectionName, MapEntry>();
  for (const entry of root.entries) {
    const { text: name, span } = entry.key;
    if (name.startsWith('x-')) continue;
    const section = sections.find((candidate) => candidate.name === name)?.name;
    if (section === undefined) {
      const { nearest, hint } = suggest(name, () => sectionNames, 'there is');
      const remedies =
        nearest.length > 0
          ? replaceWithEach(nearest, span)
          : ([{ type: 'remove-entry', title: `Remove ${quote(name)}`, span: entry.span }] as const);
      reportUnknown?.(
        makeProblem('unknown-key', span, `a descriptor has no section ${quote(name)}${hint}`, { remedies }),
      );
      continue;
    }
    const before = found.get(section);
    if (before === undefined) {
      found.set(section, entry);
      continue;
    }
    const message = `the section ${quote(name)} stands twice; only the first is read, so move its entries there`;
    report(
      makeProblem('duplicate-key', span, message, {
        related: [{ text: `the first ${quote(name)}`, span: before.key.span }],
      }),
    );
  }
  return found;
}

function checkVersion(
  text: string,
  root: MapNode,
  entry: MapEntry | undefined,
  report: (problem: Problem) => void,
): void {
  if (entry === undefined) {
    const at = { start: root.span.start, end: root.span.start };
    const message = `the version of the language is not stated; write "bartizan: ${formatVersion}" at the top`;
    const remedies = root.flow
      ? []
      : ([
          {
            type: 'replace',
            title: `Add "bartizan: ${formatVersion}"`,
            span: at,
            text: `bartizan: ${formatVersion}\n`,
          },
        ] as const);
    report(
      makeProblem('missing-version', root.entries[0]?.key.span ?? firstLine(text, root.span), message, {
        remedies,
      }),
    );
    return;
  }
  const { value } = entry;
  if (value?.type === 'scalar' && value.value === formatVersion) return;
  const stated = value?.type === 'scalar' && value.value !== null;
  const span = value === undefined || !stated ? entry.key.span : firstLine(text, value.span);
  const found = stated ? `version ${quote(value.text)}` : 'this';
  const message = `${found} is not a version that is known here; write "bartizan: ${formatVersion}"`;
  const remedies = stated ? replaceWithEach([String(formatVersion)], span) : [];
  report(makeProblem('unknown-version', span, message, { remedies }));
}

function firstLine(text: string, { start, end }: Span): Span {
  const lineEnd = text.slice(start, end).search(/[\r\n]/);
  return { start, end: lineEnd === -1 ? end : start + lineEnd };
}

function emptyFile(text: string): Problem {
  const end = { start: text.length, end: text.length };
  const lead = text === '' || /[\r\n]$/.test(text) || text === '\uFEFF' ? '' : '\n';
  return makeProblem('missing-version', firstLine(text, { start: 0, end: text.length }), emptyMessage, {
    remedies: [
      { type: 'replace', title: 'Write a starter descriptor', span: end, text: lead + starterDescriptor },
    ],
  });
}

const emptyMessage =
  'this descriptor is empty; begin with "bartizan: 1", then say who uses the system, which components it has and what flows between them';

/** The smallest descriptor that shows every main section; it decodes without an error. */
export const starterDescriptor = `bartizan: 1

system:
  name: My assistant
  scope: 3

boundaries:
  internet: { zone: external }
  backend: { zone: application }
  models: { zone: model }

actors:
  user: { kind: end-user, within: internet }

components:
  assistant: { kind: orchestrator, within: backend }
  model: { kind: llm, within: models }

data:
  question: { classification: confidential }
  answer: { classification: confidential }

flows:
  ask: { from: user, to: assistant, carries: [question], returns: [answer] }
  infer: { from: assistant, to: model, carries: [question], returns: [answer] }
`;
