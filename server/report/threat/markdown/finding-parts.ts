import { blocks, bullets, code, md, prose } from '../../markup/markdown.ts';
import { chainText } from '../content/chain.ts';
import type { RegisterEntry } from '../content/register.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { placeMd } from './place-md.ts';

export function findingParts({ attackPaths, register, edition }: ThreatReport): readonly string[] {
  return [
    '## Attack paths',
    attackPaths.length === 0 ? 'No open finding rests on a path.' : '',
    ...attackPaths.map(({ chain, findings, answers }) =>
      blocks(
        `### ${code(chainText(chain))}`,
        bullets(findings.map(({ severity, message, line }) => `${severity}: ${md(message)} (line ${line})`)),
        answers.length === 0 ? '' : `Answered by ${answers.map(md).join(', ')}.`,
      ),
    ),
    '## Risk register',
    register.length === 0 ? 'There are no findings.' : '',
    ...register.map((entry) => finding(entry, entry.owasp[edition])),
  ];
}

function finding(entry: RegisterEntry, owasp: readonly string[]): string {
  const { id, severity, inherent, status, confidence, title, message, why, at, line, agentic, because } =
    entry;
  return blocks(
    `### ${severity}: ${md(title)}`,
    `${md(message)}.`,
    bullets(
      [
        `Key ${code(id)}, at ${placeMd(at)}, line ${line}`,
        `Status ${status}, ${confidence}; inherent severity ${inherent}`,
        [...owasp, ...agentic].length === 0 ? '' : `Risks ${[...owasp, ...agentic].map(md).join(', ')}`,
        ...entry.missing.map(
          (group, at) =>
            `${at === 0 ? 'Answered by' : 'And by'} ${group.map((control) => md(control.title)).join(' or ')}`,
        ),
        entry.instead === '' ? '' : `Instead: ${prose(entry.instead)}`,
        entry.closedBy === undefined ? '' : `Closes with ${md(entry.closedBy)}`,
        entry.path === undefined
          ? ''
          : `Path ${code(entry.path)}${entry.morePaths > 0 ? `, and ${entry.morePaths} more like it` : ''}`,
        ...because.map(({ text, assumed }) => `Because ${md(text)}${assumed ? ' (assumed)' : ''}`),
      ].filter((item) => item !== ''),
    ),
    prose(why),
  );
}
