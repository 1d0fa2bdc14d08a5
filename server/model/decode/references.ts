import type { Located } from '../../text/span.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import type { Remedy } from '../problem.ts';
import type { Key, ReferenceTarget } from '../vocabulary/word.ts';
import { quote } from '../wording.ts';
import type { Decoding, Owner } from './decoding.ts';
import { isWellFormedId, nounOfSection, withArticle, type IdSection } from './ids.ts';

interface Target {
  readonly noun: string;
  readonly sections: readonly IdSection[];
  /** What a new entry would say at the least. */
  readonly starter: { readonly section: IdSection; readonly value: string } | undefined;
}

const targets: Readonly<Record<Exclude<ReferenceTarget, 'option'>, Target>> = {
  boundary: {
    noun: 'boundary',
    sections: ['boundaries'],
    starter: { section: 'boundaries', value: '{ zone: unknown }' },
  },
  component: {
    noun: 'component',
    sections: ['components'],
    starter: { section: 'components', value: '{ kind: unknown }' },
  },
  element: {
    noun: 'actor or component',
    sections: ['actors', 'components'],
    starter: { section: 'components', value: '{ kind: unknown }' },
  },
  flow: { noun: 'flow', sections: ['flows'], starter: undefined },
  place: { noun: 'element or flow', sections: ['actors', 'components', 'flows'], starter: undefined },
  data: {
    noun: 'data asset',
    sections: ['data'],
    starter: { section: 'data', value: '{ classification: confidential }' },
  },
  identity: {
    noun: 'identity',
    sections: ['identities'],
    starter: { section: 'identities', value: '{ kind: workload }' },
  },
};

/** The word that stands for the user's own rights where a flow names an identity. */
const endUserIdentity = 'end-user';

/** The id, when it names what it may name; otherwise the problem is reported. */
export function resolveReference(
  decoding: Decoding,
  owner: Owner,
  key: Key,
  to: ReferenceTarget,
  node: ScalarNode,
): Located | undefined {
  const id = node.text;
  if (to === 'option') return resolveOption(decoding, node);
  const { sections, noun, starter } = targets[to];
  const isKnown = sections.some((section) => decoding.ids.bySection[section].has(id));
  const isEndUser =
    to === 'identity' &&
    id === endUserIdentity &&
    (owner.section === 'flows' || owner.section === 'defaults');
  if (isKnown || isEndUser) return { text: id, span: node.span };

  const elsewhere = sectionOf(decoding, id);
  if (elsewhere !== undefined) {
    const message = `${quote(id)} is ${withArticle(nounOfSection[elsewhere])}; "${key.name}" of ${owner.name} takes ${withArticle(noun)}`;
    decoding.report(makeProblem('dangling-reference', node.span, message));
    return undefined;
  }
  const known = (): readonly string[] =>
    sections.flatMap((section) => [...decoding.ids.bySection[section].keys()]);
  const { nearest, hint } = decoding.suggest(id, known, 'there is');
  const message = `there is no ${noun} ${quote(id)}${hint}`;
  const remedies: Remedy[] = [...replaceWithEach(nearest, node.span)];
  if (starter !== undefined && isWellFormedId(id)) {
    remedies.push({ type: 'add-entry', title: `Add "${id}" to "${starter.section}"`, ...starter, id });
  }
  decoding.report(makeProblem('dangling-reference', node.span, message, { remedies }));
  return undefined;
}

function resolveOption(decoding: Decoding, node: ScalarNode): Located | undefined {
  if (decoding.ids.options.has(node.text)) return { text: node.text, span: node.span };
  const options = decoding.ids.options;
  const { nearest, hint } = decoding.suggest(node.text, () => [...options.keys()], 'there is');
  const message = `there is no option ${quote(node.text)}${options.size === 0 ? '; "options" of "system" lists none' : hint}`;
  const remedies = replaceWithEach(nearest, node.span);
  decoding.report(makeProblem('unknown-option', node.span, message, { remedies }));
  return undefined;
}

/** An id that exists in another namespace is a mix-up, not a typing error. */
function sectionOf(decoding: Decoding, id: string): IdSection | undefined {
  const all: readonly IdSection[] = ['boundaries', 'actors', 'components', 'flows', 'data', 'identities'];
  return all.find((section) => decoding.ids.bySection[section].has(id));
}
