import type { Analysis } from '../../analysis/analysis.ts';
import type { Element } from '../../model/architecture.ts';
import { askingPurposes } from '../../model/vocabulary/flow-keys.ts';
import { derivePurpose } from '../../model/vocabulary/purposes.ts';
import { freeName } from '../free-name.ts';
import { plausibleCalls, type PlausibleCall } from './plausible.ts';
import { choice, type Draft } from './suggestion.ts';

/** Whole lines for usual calls that nobody has drawn, the answer included. */
export function suggestFlows(analysis: Analysis, taken: ReadonlySet<string>): readonly Draft[] {
  const blank: Draft = {
    label: 'flow',
    kind: 'pattern',
    detail: 'from … to …',
    snippet: `\${1:${freeName('call', taken)}}: { from: ${choice(2, [...analysis.architecture.elements.keys()])}, to: ${choice(3, [...analysis.architecture.elements.keys()])}, carries: [$4], returns: [$5]$6 }$0`,
  };
  return [...plausibleCalls(analysis.architecture).map((call) => flowLine(analysis, call, taken)), blank];
}

function flowLine(analysis: Analysis, { from, to, name }: PlausibleCall, taken: ReadonlySet<string>): Draft {
  const id = freeName(name, taken);
  const purpose = derivePurpose(from, to);
  const { architecture, reach } = analysis;
  const known = [...architecture.data.keys()];
  const at = (element: string): readonly string[] =>
    known.filter((asset) => reach.elements.get(element)?.assets.has(asset) === true);
  const first = (...usual: readonly string[]): readonly string[] => [...new Set([...usual, ...known])];
  const there = first(...at(from.id));
  const carries = known.length === 0 ? '$2' : choice(2, there);
  const answers = askingPurposes.has(purpose) || purpose === 'prompt';
  const news = known.filter((asset) => asset !== there[0] && !at(from.id).includes(asset));
  const returns = known.length === 0 ? '$3' : choice(3, first(...at(to.id).toReversed(), ...news));
  // Where people begin is said; every other purpose follows from the kinds.
  const said = purpose === 'prompt' ? ', purpose: prompt' : '';
  return {
    label: `${id}: ${from.id} → ${to.id}`,
    kind: 'pattern',
    detail: purpose,
    snippet: `\${1:${id}}: { from: ${from.id}, to: ${to.id}${said}, carries: [${carries}]${answers ? answerOf(from, to, returns) : ''}$5 }$0`,
  };
}

/** What a page shows to people is written down with its format, because it is interpreted there. */
function answerOf(from: Element, to: Element, returns: string): string {
  const format = to.group === 'interface' ? to.facts.get('renders')?.values[0]?.text : undefined;
  return from.role === 'actor' && format !== undefined && /^[a-z]+$/.test(format)
    ? `, returns: { carries: [${returns}], format: ${format} }`
    : `, returns: [${returns}]`;
}
