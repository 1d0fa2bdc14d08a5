import type { Span } from '../../text/span.ts';
import type { ReferenceTarget } from '../../model/vocabulary/word.ts';
import type { SectionName } from '../../model/vocabulary/vocabulary.ts';
import type { ScalarNode, SyntaxTree } from '../../syntax/tree.ts';
import type { Slot } from './slot.ts';
import { slotsOf } from './slots-of.ts';

/** Boundaries, actors, components and flows share one namespace; the others have their own. */
export type Namespace = 'place' | 'data' | 'identity' | 'option' | 'control';

/** A place in the text where something is named. */
export interface Mention {
  readonly namespace: Namespace;
  readonly name: string;
  /** Of the name alone: without quotes, and without the rule of an accepted risk. */
  readonly span: Span;
  /** Where the name is given; controls are given theirs by the catalog. */
  readonly defines: boolean;
  readonly slot: Slot;
}

export function mentionsOf(tree: SyntaxTree): readonly Mention[] {
  const slots = slotsOf(tree);
  const components = new Set(
    slots.flatMap((slot) =>
      slot.type === 'id' && slot.owner.section === 'components' ? [slot.scalar.text] : [],
    ),
  );
  return slots.flatMap((slot) => mentionOf(slot, components) ?? []);
}

function mentionOf(slot: Slot, components: ReadonlySet<string>): Mention | undefined {
  const { scalar } = slot;
  const named = (namespace: Namespace, defines: boolean): Mention => ({
    namespace,
    name: scalar.text,
    span: nameSpan(scalar),
    defines,
    slot,
  });
  switch (slot.type) {
    case 'id': {
      const namespace = namespaceOfSection(slot.owner.section);
      return namespace === undefined ? undefined : named(namespace, true);
    }
    case 'acceptance': {
      const at = scalar.text.indexOf('@') + 1;
      if (at === 0) return undefined;
      const { end } = nameSpan(scalar);
      const name = scalar.text.slice(at);
      return { namespace: 'place', name, span: { start: end - name.length, end }, defines: false, slot };
    }
    case 'value':
      if (slot.key.value.type === 'reference') return named(namespaceOf(slot.key.value.to), false);
      if (slot.key.value.type === 'returns') return named('data', false);
      return slot.key.name === 'by' && components.has(scalar.text) ? named('place', false) : undefined;
    case 'option':
      return named('option', true);
    case 'control':
      return named('control', false);
    default:
      return undefined;
  }
}

function nameSpan({ style, span }: ScalarNode): Span {
  return style === 'plain' ? span : { start: span.start + 1, end: span.end - 1 };
}

function namespaceOfSection(section: SectionName): Namespace | undefined {
  switch (section) {
    case 'boundaries':
    case 'actors':
    case 'components':
    case 'flows':
      return 'place';
    case 'data':
      return 'data';
    case 'identities':
      return 'identity';
    default:
      return undefined;
  }
}

function namespaceOf(target: ReferenceTarget): Namespace {
  switch (target) {
    case 'data':
    case 'identity':
    case 'option':
      return target;
    default:
      return 'place';
  }
}
