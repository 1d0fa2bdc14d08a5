import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { completionsAt } from '../features/completion/complete.ts';
import { starters } from '../features/completion/starters.ts';
import {
  withoutTabStops,
  type Suggestion,
  type SuggestionKind,
  type Topic,
} from '../features/completion/suggestion.ts';
import { describeTopic } from '../features/describe-topic.ts';
import { toOffset, toRange } from './convert.ts';
import { markup } from './hover.ts';
import { isRecord } from './record.ts';
import { answers, type Session } from './session.ts';
import type { Descriptor } from './workspace.ts';

/** Where a suggestion helps without being asked for: behind a key, in a list, in a map, in a product's name. */
export const completionTriggers = [' ', ':', '[', '{', ',', '@'];

export function registerCompletion(session: Session): void {
  const { connection, workspace } = session;
  connection.onCompletion(
    answers(session, 'completion', async (params: CompletionParams): Promise<CompletionList> => {
      const descriptor = await workspace.descriptor(params.textDocument.uri);
      if (descriptor === undefined) return { isIncomplete: false, items: [] };
      const { analysis, document } = descriptor;
      const offset = toOffset(document, params.position);
      const patterns = session.offer.ownSnippets ? [] : starters;
      const { items, incomplete } = completionsAt(analysis, offset, patterns);
      return {
        isIncomplete: incomplete,
        items: items.map((item, at) => toItem(session, descriptor, item, at)),
      };
    }),
  );
  connection.onCompletionResolve(
    answers(session, 'completion details', async (item: CompletionItem): Promise<CompletionItem> => {
      const wanted = readData(item.data);
      const descriptor = wanted && (await workspace.descriptor(wanted.uri));
      if (wanted === undefined || descriptor === undefined) return item;
      const { edition } = descriptor.judge.settings;
      const options = { edition, docsBase: session.offer.docsBase };
      const text = describeTopic(descriptor.analysis, wanted.topic, options);
      return text === undefined
        ? item
        : { ...item, documentation: markup(text, session.offer.markdownCompletion) };
    }),
  );
}

function toItem(
  { offer }: Session,
  { uri, document }: Descriptor,
  suggestion: Suggestion,
  at: number,
): CompletionItem {
  const { label, kind, detail, doc, snippet, filter, goesOn } = suggestion;
  const newText = offer.snippets ? snippet : withoutTabStops(snippet);
  const hasStops = offer.snippets && snippet.includes('$');
  return {
    label,
    kind: kinds[kind],
    sortText: String(at).padStart(4, '0'),
    ...(detail === undefined ? {} : { detail }),
    ...(typeof doc === 'string' ? { documentation: doc } : {}),
    ...(typeof doc === 'object' ? { data: { uri, topic: doc } } : {}),
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(hasStops ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(offer.adjustsIndentation ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    ...(goesOn && offer.suggestCommand !== undefined
      ? { command: { title: 'Suggest', command: offer.suggestCommand } }
      : {}),
    textEdit: { range: toRange(document, suggestion.replace), newText },
  };
}

const kinds: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  control: CompletionItemKind.Interface,
  service: CompletionItemKind.Class,
  date: CompletionItemKind.Value,
  pattern: CompletionItemKind.Snippet,
};

const topicTypes: readonly Topic['type'][] = [
  'place',
  'data',
  'identity',
  'option',
  'control',
  'service',
  'finding',
];

/** What the client sends back of the data it was given. */
function readData(data: unknown): { readonly uri: string; readonly topic: Topic } | undefined {
  if (!isRecord(data) || typeof data.uri !== 'string' || !isRecord(data.topic)) return undefined;
  const { type, name } = data.topic;
  const known = topicTypes.find((candidate) => candidate === type);
  return known === undefined || typeof name !== 'string'
    ? undefined
    : { uri: data.uri, topic: { type: known, name } };
}
