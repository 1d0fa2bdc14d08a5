import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { quote } from '../model/wording.ts';
import { slotsOf } from './slots/slots-of.ts';
import { mentionsOf, type Mention } from './slots/mentions.ts';

/** What is named under the cursor. */
function mentionAt(tree: SyntaxTree, offset: number): Mention | undefined {
  return mentionsOf(tree).findLast(({ span }) => touches(span, offset));
}

/** Every place that names the same thing, where it is defined included, in the order of the text. */
export function mentionsAt(tree: SyntaxTree, offset: number): readonly Mention[] {
  const mentioned = mentionAt(tree, offset);
  return mentioned === undefined ? [] : sameAs(tree, mentioned);
}

/** A definition, with the whole entry that it opens. */
export interface Definition {
  readonly name: Span;
  readonly whole: Span;
  /** What under the cursor leads there. */
  readonly origin: Span;
}

export function definitionsAt(tree: SyntaxTree, offset: number): readonly Definition[] {
  const mentioned = mentionAt(tree, offset) ?? acceptedAt(tree, offset);
  if (mentioned === undefined) return [];
  const origin = mentioned.span;
  if (isSystem(mentioned)) {
    return slotsOf(tree)
      .filter(({ type, scalar }) => type === 'section' && scalar.text === 'system')
      .map(({ scalar: { span } }) => ({ name: span, whole: span, origin }));
  }
  return sameAs(tree, mentioned)
    .filter(({ defines }) => defines)
    .map(({ span, slot }) => ({ name: span, whole: 'owner' in slot ? slot.owner.span : span, origin }));
}

/** From the rule of an accepted risk, too, one comes to the place of its finding. */
function acceptedAt(tree: SyntaxTree, offset: number): Mention | undefined {
  return mentionsOf(tree).find(({ slot }) => slot.type === 'acceptance' && touches(slot.scalar.span, offset));
}

/** Findings about the whole system stand at no id. */
function isSystem({ slot, name }: Mention): boolean {
  return slot.type === 'acceptance' && name === 'system';
}

/** The name that a rename would change; absent where nothing can be renamed. */
export function renamableAt(tree: SyntaxTree, offset: number): Mention | undefined {
  const mentioned = mentionAt(tree, offset);
  if (mentioned === undefined || mentioned.namespace === 'control') return undefined;
  return sameAs(tree, mentioned).some(({ defines }) => defines) ? mentioned : undefined;
}

export type Renaming =
  | { readonly type: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly type: 'refused'; readonly reason: string };

/** Gives something another name everywhere, accepted risks included. */
export function renameAt(tree: SyntaxTree, offset: number, newName: string): Renaming {
  const mentioned = renamableAt(tree, offset);
  if (mentioned === undefined) return { type: 'refused', reason: 'nothing here has a name of its own' };
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(newName)) {
    const reason = `${quote(newName)} is no id: lower-case letters, digits and hyphens, a letter first, at most 64`;
    return { type: 'refused', reason };
  }
  const taken = mentionsOf(tree).some(
    ({ namespace, name, defines }) => defines && namespace === mentioned.namespace && name === newName,
  );
  if (taken && newName !== mentioned.name) {
    return { type: 'refused', reason: `there is already something named ${quote(newName)}` };
  }
  const edits = sameAs(tree, mentioned).map(({ span }) => ({ span, newText: newName }));
  return { type: 'edits', edits };
}

function sameAs(tree: SyntaxTree, { namespace, name }: Mention): readonly Mention[] {
  return mentionsOf(tree).filter((other) => other.namespace === namespace && other.name === name);
}
