import { html } from '../../markup/html.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { joined, placeName, severityMark } from './parts.ts';
import { empty, type Section } from './section.ts';

export function singlePointsSection({ singlePoints }: ThreatReport): Section {
  return {
    id: 'single-points',
    title: 'Single points of failure',
    lead: 'Controls on whose working alone something rests: were this one to fail, these findings would open.',
    body:
      singlePoints.length === 0
        ? empty('No finding would open because one control fails.')
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Control</th>
                <th scope="col">At</th>
                <th scope="col">Would open</th>
              </tr>
            </thead>
            <tbody>
              ${singlePoints.map(
                ({ title, at, opens }) =>
                  html`<tr>
                    <th scope="row">${title}</th>
                    <td>${placeName(at)}</td>
                    <td>
                      ${joined(
                        opens.map(
                          ({ title: finding, at: place, severity }) =>
                            html`<span class="opens"
                              >${severityMark(severity)} ${finding} at ${placeName(place)}</span
                            >`,
                        ),
                        '',
                      )}
                    </td>
                  </tr> `,
              )}
            </tbody>
          </table>`,
  };
}
