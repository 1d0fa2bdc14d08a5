import type { TextEdit } from '../../text/text-edit.ts';

/** A change that can be offered where the cursor stands. */
export interface Action {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * One way to answer a finding or a problem. A `safe` fix says nothing that the author did not mean and may be applied
 * unseen; a `suggestion` asserts something about the system, or fills in what only the author knows.
 */
export interface Fix extends Action {
  readonly kind: 'safe' | 'suggestion';
  /** The one to take when the editor is asked to fix without asking back. */
  readonly preferred: boolean;
  /** Id of the finding, or code of the problem, that it answers. */
  readonly answers: string;
}

/** An action, when its edits could be found. */
export function actionOf(title: string, edits: readonly TextEdit[] | undefined): readonly Action[] {
  return edits === undefined || edits.length === 0 ? [] : [{ title, edits }];
}
