import type { ListNode, MapNode, ScalarNode } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { SectionName } from '../../model/vocabulary/vocabulary.ts';
import type { Key } from '../../model/vocabulary/word.ts';

/** The entry in which a scalar stands. */
export interface Owner {
  readonly section: SectionName;
  /** Absent for the system and the defaults. */
  readonly id: string | undefined;
  /** The whole entry, from its id or key on. */
  readonly span: Span;
  /** The control whose declaration it is. */
  readonly control?: string;
  /** Under `returns` of a flow. */
  readonly returns?: boolean;
}

interface SlotBase {
  readonly scalar: ScalarNode;
}

/** One scalar of a descriptor, with what may stand in its place. The vocabulary decides, not what really stands there. */
export type Slot =
  | (SlotBase & { readonly type: 'section'; readonly map: MapNode })
  /** The id of an entry. */
  | (SlotBase & { readonly type: 'id'; readonly owner: Owner; readonly map: MapNode })
  /** What stands in the place of an entry's map, because the map is still to be written. */
  | (SlotBase & { readonly type: 'body'; readonly owner: Owner; readonly map: MapNode })
  /** `<rule>@<place>` of an accepted risk. */
  | (SlotBase & { readonly type: 'acceptance'; readonly owner: Owner; readonly map: MapNode })
  | (SlotBase & {
      readonly type: 'key';
      readonly owner: Owner;
      readonly map: MapNode;
      readonly keys: readonly Key[];
    })
  /** The value of a key, or an item of its list. */
  | (SlotBase & {
      readonly type: 'value';
      readonly owner: Owner;
      readonly key: Key;
      readonly map: MapNode;
      readonly list: ListNode | undefined;
    })
  /** The name of a control, where it is declared. */
  | (SlotBase & { readonly type: 'control'; readonly owner: Owner; readonly among: MapNode | ListNode })
  /** The short form of a declaration. */
  | (SlotBase & { readonly type: 'status'; readonly owner: Owner })
  /** The name of a switch, where it gets its default. */
  | (SlotBase & { readonly type: 'option'; readonly map: MapNode })
  | (SlotBase & { readonly type: 'option-default' })
  | (SlotBase & { readonly type: 'parameter'; readonly owner: Owner; readonly map: MapNode })
  | (SlotBase & { readonly type: 'version' });
