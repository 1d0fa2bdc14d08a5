import { html } from '../../markup/html.ts';
import { count } from '../content/naming.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { chainPicture } from './chain-picture.ts';
import { findingLink, lineMark, severityMark } from './parts.ts';
import { empty, type Section } from './section.ts';

/** More pictures nobody looks at; the rest is in the register. */
const most = 24;

export function attackPathsSection({ attackPaths }: ThreatReport): Section {
  const more = attackPaths.length - most;
  return {
    id: 'paths',
    title: 'Attack paths',
    lead: 'The ways on which content or access gets from where an attacker stands to what is worth attacking, the worst first, and what can be done on each.',
    body:
      attackPaths.length === 0
        ? empty('No open finding rests on a path.')
        : html`${attackPaths.slice(0, most).map(
            ({ chain, findings, answers }) =>
              html`<article class="path">
                <div class="scroll">${chainPicture(chain)}</div>
                <ul class="path-findings">
                  ${findings.map(({ id, severity: each, message, line }) => html`<li>${severityMark(each)}<span>${findingLink(id, message)} ${lineMark(line)}</span></li>`)}
                </ul>
                ${answers.length === 0 ? '' : html`<p class="answers"><span>Needs</span> ${answers.join(' · ')}</p>`}
              </article> `,
          )}${more > 0 ? html`<p class="muted">And ${count(more, 'more path')}, in the register.</p>` : ''}`,
  };
}
