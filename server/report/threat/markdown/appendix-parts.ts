import { blocks, bullets, codes, md, table } from '../../markup/markdown.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { count } from '../content/naming.ts';
import { placeMd } from './place-md.ts';

export function appendixParts({ assumptions, references, sound }: ThreatReport): readonly string[] {
  return [
    '## Assumptions',
    assumptions.used.length === 0
      ? 'No finding rests on an assumption.'
      : table(
          ['Assumed', 'Findings that rest on it'],
          assumptions.used.map(({ text, findings }) => [md(text), codes(findings)]),
        ),
    assumptions.unsaid.length === 0
      ? ''
      : `Facts to state:\n\n${bullets(assumptions.unsaid.map(({ text, line }) => `${md(text)} (line ${line})`))}`,
    '## References',
    ...references.map(({ title, entries }) =>
      blocks(
        `### ${md(title)}`,
        bullets(
          entries.map(
            ({ id, name, from }) => `${md(id)}${name === '' ? '' : ` ${md(name)}`}: ${codes(from)}`,
          ),
        ),
      ),
    ),
    '## Appendix: checked and found sound',
    `${count(sound.rules, 'rule')} asked; ${count(sound.judged, 'place')} found where one applies.`,
    sound.met.length === 0
      ? 'No rule that applies is met.'
      : table(
          ['Looked for', 'Sound at'],
          sound.met.map(({ title, places }) => [
            md(title),
            places
              .map(({ at, by }) => `${placeMd(at)}${by.length === 0 ? '' : `: ${by.map(md).join(', ')}`}`)
              .join('<br>'),
          ]),
        ),
    sound.elsewhere.length === 0
      ? ''
      : `Does not occur in this system: ${sound.elsewhere.map(({ title }) => md(title)).join(', ')}.`,
    sound.rulesOff.length === 0 ? '' : `Not judged, because switched off: ${codes(sound.rulesOff)}.`,
  ];
}
