import type { Analysis } from '../../analysis/analysis.ts';
import { findSuppressions } from '../../analysis/suppressions.ts';
import type { Edition } from '../../catalog/risk.ts';
import { touches, type Span } from '../../text/span.ts';
import { slotAt } from '../slots/slot-at.ts';
import type { Slot } from '../slots/slot.ts';
import { describeControl } from './describe-control.ts';
import { describeFinding, describeRule } from './describe-finding.ts';
import { describeRisk } from './describe-risk.ts';
import { describeService } from './describe-service.ts';
import { describeKey, describeParameter, describeSection, describeValue } from './describe-word.ts';
import { describeData, describeIdentity, describeOption, describePlace } from './describe-named.ts';
import { wordAt } from './word-at.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverOptions {
  readonly edition: Edition;
  /** Where the pages on rules and controls are. */
  readonly docsBase: string;
}

/** What there is to know of the word under the cursor. */
export function hoverAt(analysis: Analysis, offset: number, options: HoverOptions): Hover | undefined {
  const slot = slotAt(analysis.tree, offset);
  const markdown = slot === undefined ? undefined : describe(analysis, slot, options);
  return slot === undefined || markdown === undefined
    ? hoverInProse(analysis, offset, options)
    : { span: slot.scalar.span, markdown };
}

/** In comments and free text: the rule that a comment ignores, and OWASP ids of risks. */
function hoverInProse(analysis: Analysis, offset: number, options: HoverOptions): Hover | undefined {
  const ignored = findSuppressions(analysis.tree).find(({ ruleSpan }) => touches(ruleSpan, offset));
  if (ignored !== undefined) {
    const markdown = describeRule(analysis, ignored.rule, options);
    return markdown === undefined ? undefined : { span: ignored.ruleSpan, markdown };
  }
  const { text, span } = wordAt(analysis.text, offset);
  // The key of a risk may be a word of any sentence.
  const markdown = /\d/.test(text) ? describeRisk(analysis.catalog, text) : undefined;
  return markdown === undefined ? undefined : { span, markdown };
}

function describe(analysis: Analysis, slot: Slot, options: HoverOptions): string | undefined {
  const { text } = slot.scalar;
  switch (slot.type) {
    case 'section':
      return describeSection(text);
    case 'id':
      if (slot.owner.section === 'data') return describeData(analysis, text);
      if (slot.owner.section === 'identities') return describeIdentity(analysis, text);
      return describePlace(analysis, text, slot.scalar.span);
    case 'acceptance':
      return describeFinding(analysis, text, options) ?? describePlace(analysis, text.replace(/^.*@/, ''));
    case 'key':
      return describeKey(slot.keys.find(({ name }) => name === text));
    case 'control':
      return describeControl(analysis, text, options, slot.owner);
    case 'status':
      return describeValue('status', text);
    case 'option':
      return describeOption(analysis, text);
    case 'parameter':
      return describeParameter(analysis, slot.owner.control, text);
    case 'value':
      return describeReferenced(analysis, slot, options);
    case 'body':
    case 'option-default':
    case 'version':
      return undefined;
  }
}

function describeReferenced(
  analysis: Analysis,
  slot: Slot & { readonly type: 'value' },
  options: HoverOptions,
): string | undefined {
  const { text } = slot.scalar;
  const { value } = slot.key;
  switch (value.type) {
    case 'reference':
      if (value.to === 'data') return describeData(analysis, text);
      if (value.to === 'identity') return describeIdentity(analysis, text);
      if (value.to === 'option') return describeOption(analysis, text);
      return describePlace(analysis, text);
    case 'returns':
      return describeData(analysis, text);
    case 'controls':
      return describeControl(analysis, text, options, slot.owner);
    case 'service':
      return describeService(analysis, text);
    case 'text':
      return slot.key.name === 'by'
        ? (describePlace(analysis, text) ?? describeService(analysis, text))
        : undefined;
    default:
      return describeValue(slot.key, text);
  }
}
