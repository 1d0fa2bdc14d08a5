import type { TextEdit } from '../../text/text-edit.ts';

/**
 * One way to answer a finding or a problem. A `safe` fix says nothing that the author did not mean and may be applied
 * unseen; a `suggestion` asserts something about the system, or fills in what only the author knows.
 */
export interface Fix {
  readonly title: string;
  readonly kind: 'safe' | 'suggestion';
  /** The one to take when the editor is asked to fix without asking back. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** Id of the finding, or code of the problem, that it answers. */
  readonly answers: string;
}
