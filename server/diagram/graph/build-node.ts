import type { Finding } from '../../analysis/finding.ts';
import type { Element } from '../../model/architecture.ts';
import { cleanText } from './clean-text.ts';
import { ghostNote } from './ghost.ts';
import type { GraphNode, NodeForm } from './graph.ts';
import { iconOf } from './icon-name.ts';
import { fonts, nodeSize, nodeTextWidth } from './measure.ts';
import type { Subject } from './subject.ts';
import { describeMarks, tallyMarks } from './tally.ts';
import { fitLine, wrapText } from './wrap-text.ts';
import { kindTitle } from './words.ts';

export function buildNode(
  subject: Subject,
  element: Element,
  parent: string | undefined,
  findings: readonly Finding[],
): GraphNode {
  const { architecture, active, reach } = subject;
  const name = cleanText(element.title ?? element.id);
  const service = cleanText(element.facts.get('service')?.values[0]?.text ?? '', 80);
  const ghost = ghostNote(active.elements.has(element.id), element.switches);
  const title = wrapText(name, { font: fonts.title, width: nodeTextWidth, lines: 3 });
  const details = [kindTitle(element.kind), service, ghost ?? '']
    .filter((line) => line !== '')
    .map((line) => fitLine(line, fonts.detail, nodeTextWidth));
  const form = formOf(element);
  const marks = tallyMarks(findings, (active.elements.get(element.id) ?? element).controls);
  const at = reach.elements.get(element.id);
  return {
    id: element.id,
    parent,
    form,
    icon: iconOf(element.kind),
    zone: element.facts.get('zone')?.values[0]?.text ?? architecture.boundaries.get(parent ?? '')?.zone,
    title,
    details,
    size: nodeSize(form, title.length, details.length),
    ghost,
    marks,
    name: `${name}, ${kindTitle(element.kind)}`,
    description: [
      ...(element.description === undefined ? [] : [cleanText(element.description)]),
      ...(service === '' ? [] : [`service ${service}`]),
      ...(parent === undefined ? [] : [`within ${parent}`]),
      ...(at === undefined
        ? []
        : [at.trust, ...(at.classification === undefined ? [] : [at.classification])]),
      ...(ghost === undefined ? [] : [ghost]),
      ...describeMarks(marks),
    ].join('; '),
  };
}

function formOf({ kind, group, shape }: Element): NodeForm {
  if (shape === 'store') return 'store';
  if (shape === 'external-entity') return 'external';
  if (kind === 'agent') return 'agent';
  return group === 'model' || group === 'tool' || group === 'control-point' ? group : 'process';
}
