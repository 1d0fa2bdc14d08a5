import { blocks, bullets, codes, md, prose, table } from '../../markup/markdown.ts';
import type { DeclaredControl } from '../content/declared-controls.ts';
import type { NeededControl } from '../content/needed-controls.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { placeMd } from './place-md.ts';

export function controlParts({ needed, declared, acceptances }: ThreatReport): readonly string[] {
  return [
    '## Controls to put in place',
    needed.length === 0 ? 'No requirement is open.' : '',
    ...needed.map(neededControl),
    '## Controls as declared',
    declared.length === 0
      ? 'The descriptor states nothing about controls.'
      : table(
          ['Status', 'Control', 'At', 'Owner', 'Due', 'By, evidence, note'],
          declared.map(({ status, title, at, owner, due, overdue, by, note, evidence }) => [
            status,
            md(title),
            at.map(placeMd).join(', '),
            md(owner ?? '–'),
            `${md(due ?? '–')}${overdue ? ' (overdue)' : ''}`,
            [by, note, ...evidence].flatMap((part) => (part === undefined ? [] : [md(part)])).join('; '),
          ]),
        ),
    verified(declared),
    '## Accepted risks',
    acceptances.length === 0
      ? 'No risk is accepted.'
      : table(
          ['Risk', 'At', 'Severity', 'Reason', 'Borne by', 'Approved by', 'Until'],
          acceptances.map(({ title, at, severity, reason, owner, approvedBy, expires, daysLeft }) => [
            md(title),
            placeMd(at),
            severity ?? 'speaks of no finding',
            md(reason),
            md(owner),
            md(approvedBy ?? '–'),
            `${md(expires)}${daysLeft !== undefined && daysLeft < 0 ? ' (ran out)' : ''}`,
          ]),
        ),
  ];
}

function verified(declared: readonly DeclaredControl[]): string {
  const ways = declared
    .filter(({ verify }) => verify.length > 0)
    .map(({ title, verify }) => `${md(title)}: ${verify.map(prose).join(' ')}`);
  return ways.length === 0 ? '' : `How to verify them:\n\n${bullets([...new Set(ways)])}`;
}

function neededControl({
  title,
  severity,
  effort,
  assurance,
  summary,
  at,
  findings,
  instead,
  implement,
  verify,
}: NeededControl): string {
  return blocks(
    `### ${md(title)}`,
    `${severity}, ${effort} effort, ${assurance}. ${prose(summary)}`,
    bullets([
      `Where: ${at.map(placeMd).join(', ')}`,
      `Answers: ${codes(findings)}`,
      ...(instead.length === 0 ? [] : [`Or: ${instead.map(md).join(', ')}`]),
      ...implement.map(
        ({ platform, service, how }) =>
          `How on ${platform}: ${service === undefined ? '' : `${md(service)}: `}${prose(how)}`,
      ),
      ...verify.map((way) => `Verify: ${prose(way)}`),
    ]),
  );
}
