import { html, nothing, type Html } from '../../markup/html.ts';
import type { Acceptance } from '../content/acceptances.ts';
import { count } from '../content/naming.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { lineMark, placeName, severityMark, scrolling } from './parts.ts';
import { empty, type Section } from './section.ts';

/** A month is what it takes to decide anew. */
const soon = 30;

export function acceptancesSection({ acceptances }: ThreatReport): Section {
  return {
    id: 'accepted',
    title: 'Accepted risks',
    lead: 'Risks that somebody bears, and until when. After that day the finding is open again.',
    body:
      acceptances.length === 0
        ? empty('No risk is accepted.')
        : scrolling(
            'Table of accepted risks',
            html`<table>
              <thead>
                <tr>
                  <th scope="col">Risk</th>
                  <th scope="col">At</th>
                  <th scope="col">Reason</th>
                  <th scope="col">Borne by</th>
                  <th scope="col">Until</th>
                </tr>
              </thead>
              <tbody>
                ${acceptances.map(row)}
              </tbody>
            </table>`,
          ),
  };
}

function row({
  title,
  at,
  severity,
  reason,
  owner,
  approvedBy,
  ticket,
  expires,
  daysLeft,
  line,
}: Acceptance): Html {
  return html`<tr>
    <th scope="row">${severity === undefined ? nothing : html`${severityMark(severity)} `}${title}</th>
    <td>${placeName(at)} ${lineMark(line)}</td>
    <td>${reason}</td>
    <td>
      ${owner}${approvedBy === undefined ? nothing : html`<small>approved by ${approvedBy}</small>`}${ticket === undefined ? nothing : html`<small>${ticket}</small>`}
    </td>
    <td class="day">
      ${expires}<small class="${(daysLeft ?? 0) < soon ? 'late' : ''}">${leftOf(daysLeft)}</small
      >${severity === undefined ? html`<small class="late">speaks of no finding</small>` : nothing}
    </td>
  </tr> `;
}

function leftOf(days: number | undefined): string {
  if (days === undefined) return 'no day that can be read';
  if (days < 0) return `ran out ${count(-days, 'day')} ago`;
  return days === 0 ? 'runs out today' : `${count(days, 'day')} left`;
}
