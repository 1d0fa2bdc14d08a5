import { findEntry, type MapEntry, type SyntaxTree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { sections, type SectionName } from '../model/vocabulary/vocabulary.ts';

/** An entry of the outline. */
export interface Symbol {
  readonly name: string;
  /** The kind, zone or ends, in a few words. */
  readonly detail: string;
  readonly kind: SectionName | 'control';
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Symbol[];
}

/** The outline by section: boundaries, elements, data, flows, each with its controls. */
export function symbolsOf({ root }: SyntaxTree): readonly Symbol[] {
  if (root?.type !== 'map') return [];
  return root.entries.flatMap((entry): readonly Symbol[] => {
    const section = sections.find(({ name }) => name === entry.key.text);
    if (section === undefined || section.shape === 'version') return [];
    const children = section.shape === 'entries' ? entriesOf(section.name, entry) : controlsOf(entry);
    return [{ ...base(entry, section.name), detail: String(children.length || ''), children }];
  });
}

function entriesOf(section: SectionName, { value }: MapEntry): readonly Symbol[] {
  if (value?.type !== 'map') return [];
  return value.entries
    .filter(({ key }) => key.text !== '')
    .map((entry) => ({ ...base(entry, section), detail: detailOf(entry), children: controlsOf(entry) }));
}

function controlsOf({ value }: MapEntry): readonly Symbol[] {
  const controls = findEntry(value, 'controls')?.value;
  if (controls?.type === 'list') {
    return controls.items.flatMap((item): readonly Symbol[] =>
      item.type === 'scalar' && item.text !== ''
        ? [
            {
              name: item.text,
              detail: 'implemented',
              kind: 'control',
              span: item.span,
              nameSpan: item.span,
              children: [],
            },
          ]
        : [],
    );
  }
  if (controls?.type !== 'map') return [];
  return controls.entries
    .filter(({ key }) => key.text !== '')
    .map((entry) => ({ ...base(entry, 'control'), detail: statusOf(entry), children: [] }));
}

function base({ key, span }: MapEntry, kind: Symbol['kind']): Omit<Symbol, 'detail' | 'children'> {
  return { name: key.text, kind, span: span.end < key.span.end ? key.span : span, nameSpan: key.span };
}

function detailOf({ value }: MapEntry): string {
  const [from, to] = [scalar(value, 'from'), scalar(value, 'to')];
  if (from !== '' || to !== '') return `${from} → ${to}`;
  return (
    scalar(value, 'kind') ||
    scalar(value, 'zone') ||
    scalar(value, 'classification') ||
    scalar(value, 'expires')
  );
}

function statusOf({ value }: MapEntry): string {
  return value?.type === 'scalar' ? value.text : scalar(value, 'status');
}

function scalar(node: MapEntry['value'], key: string): string {
  const value = findEntry(node, key)?.value;
  if (value?.type === 'list') {
    return value.items.map((item) => (item.type === 'scalar' ? item.text : '…')).join(', ');
  }
  return value?.type === 'scalar' ? value.text : '';
}
