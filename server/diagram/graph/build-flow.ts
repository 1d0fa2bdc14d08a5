import type { Flow } from '../../model/architecture.ts';
import type { EdgeEnds, EdgeSource } from './build-edges.ts';
import { cleanText } from './clean-text.ts';
import { encryptionOf } from './encryption.ts';
import { ghostNote } from './ghost.ts';
import type { GraphEdge, LabelLine } from './graph.ts';
import { fonts, label, measureLabel } from './measure.ts';
import { describeMarks, tallyMarks } from './tally.ts';
import { fitLine, wrapText } from './wrap-text.ts';
import { shortList } from './words.ts';

export function buildFlow({ subject, findingsAt }: EdgeSource, flow: Flow, ends: EdgeEnds): GraphEdge {
  const { architecture, active, reach } = subject;
  const nameOf = (data: string) => cleanText(architecture.data.get(data)?.title ?? data, 80);
  const sends = (flow.carries ?? []).map(({ text }) => nameOf(text));
  const answers = (flow.returns?.carries ?? []).map(({ text }) => nameOf(text));
  const live = active.flows.find(({ key }) => key === flow.key);
  const { controls, returns } = live ?? flow;
  const marks = tallyMarks(flow.drawn ? findingsAt(flow.id) : [], [
    ...controls,
    ...(returns?.controls ?? []),
  ]);
  const at = reach.flows.get(flow.key);
  const encryption = encryptionOf(flow, architecture);
  const untrusted = at?.trust === 'untrusted';
  const ghost = ghostNote(live !== undefined, flow.switches);
  const title = flow.drawn ? cleanText(flow.title ?? flow.id) : impliedTitle(flow.purpose);
  return {
    key: flow.key,
    flows: flow.drawn ? [flow.id] : [],
    type: flow.drawn ? 'flow' : 'implied',
    from: ends.from,
    to: ends.to,
    label: measureLabel(
      labelLines(title, sends, answers),
      marks,
      encryption === 'unencrypted' ? 'open-lock' : 'no-lock',
    ),
    answers: answers.length > 0,
    untrusted,
    encryption,
    crosses: ends.crosses,
    ghost,
    marks,
    name: `${title}, flow from ${flow.from.text} to ${flow.to.text}`,
    description: [
      ...(flow.description === undefined ? [] : [cleanText(flow.description)]),
      cleanText(flow.purpose, 40),
      ...(sends.length > 0 ? [`carries ${sends.join(', ')}`] : []),
      ...(answers.length > 0 ? [`returns ${answers.join(', ')}`] : []),
      ...(at === undefined ? [] : [at.trust]),
      encryption === 'unsaid' ? 'encryption not said' : encryption,
      ...(ends.crosses.length > 0 ? [`crosses ${ends.crosses.join(', ')}`] : []),
      ...(ghost === undefined ? [] : [ghost]),
      ...describeMarks(marks),
    ].join('; '),
  };
}

function labelLines(
  title: string,
  sends: readonly string[],
  answers: readonly string[],
): readonly LabelLine[] {
  const cargo = (type: LabelLine['type'], names: readonly string[]): readonly LabelLine[] =>
    names.length === 0
      ? []
      : [{ type, text: fitLine(shortList(names), fonts.cargo, label.width - label.arrow) }];
  return [
    ...wrapText(title, { font: fonts.flow, width: label.width, lines: 2 }).map((text): LabelLine => ({
      type: 'title',
      text,
    })),
    ...cargo('sends', sends),
    ...cargo('answers', answers),
  ];
}

function impliedTitle(purpose: string): string {
  return purpose === 'tool-call' ? 'may call' : 'writes';
}
