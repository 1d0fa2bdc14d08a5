import { editions } from '../../../catalog/risk.ts';
import { html, type Html } from '../../markup/html.ts';
import type { HeatCell } from '../content/heat-map.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { scrolling } from './parts.ts';
import type { Section } from './section.ts';

export function heatMapSection({ heatMap, edition }: ThreatReport): Section {
  const { zones, rows } = heatMap;
  return {
    id: 'coverage',
    title: 'Coverage by risk and trust boundary',
    lead: 'How many of the requirements that apply in a zone are met. The ids of the three OWASP editions stand side by side.',
    body: html`${scrolling(
        'Table of coverage',
        html`<table class="heat">
          <thead>
            <tr>
              <th scope="col">Risk</th>
              ${editions.map((year) => html`<th scope="col" class="edition${year === edition ? ' chosen' : ''}">${year}</th>`)}${zones.map((zone) => html`<th scope="col" class="zone">${zone}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ title, owasp, cells }) =>
                html`<tr>
                  <th scope="row">${title}</th>
                  ${editions.map((year) => html`<td class="edition${year === edition ? ' chosen' : ''}">${owasp[year].length === 0 ? '–' : owasp[year].join(' ')}</td>`)}${cells.map(cell)}
                </tr> `,
            )}
          </tbody>
        </table>`,
      )}
      <p class="legend">
        <span class="swatch full"></span>all met<span class="swatch part"></span>some met<span
          class="swatch open"
        ></span
        >none met<span class="swatch none"></span>nothing asked there
      </p>`,
  };
}

function cell({ heat, met, required, controls }: HeatCell): Html {
  const inPlace = controls.length === 0 ? 'no control in place' : `in place: ${controls.join(', ')}`;
  return heat === 'none'
    ? html`<td class="cell none" title="${inPlace}">·</td>`
    : html`<td class="cell ${heat}" title="${met} of ${required} met; ${inPlace}">
        ${met}<i>/${required}</i>
      </td>`;
}
