import type { Analysis } from '../../analysis/analysis.ts';
import { describeControl } from './describe-control.ts';
import { describeRule } from './describe-finding.ts';
import { describeRisk } from './describe-risk.ts';
import { describeService } from './describe-service.ts';
import type { Hover, HoverOptions } from './hover.ts';
import { wordAt } from './word-at.ts';

/**
 * What the word under the cursor means in a file of an organisation's catalog, which names rules, controls, risks and
 * services. `knowledge` is an analysis by that catalog, of whatever text.
 */
export function hoverInCatalog(
  text: string,
  offset: number,
  knowledge: Analysis,
  options: HoverOptions,
): Hover | undefined {
  const word = wordAt(text, offset);
  const markdown =
    describeRule(knowledge, word.text, options) ??
    describeControl(knowledge, word.text, options) ??
    describeRisk(knowledge.catalog, word.text) ??
    describeService(knowledge, word.text);
  return markdown === undefined ? undefined : { span: word.span, markdown };
}
