import { html, nothing } from '../../markup/html.ts';
import { count } from '../content/naming.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { joined, placeName } from './parts.ts';
import { empty, type Section } from './section.ts';

export function soundSection({ sound }: ThreatReport): Section {
  const { met, elsewhere, rulesOff, rules, judged } = sound;
  return {
    id: 'sound',
    title: 'Appendix: checked and found sound',
    lead: `${count(rules, 'rule')} were checked, and in ${count(judged, 'place')} one of them applies. So the absence of a finding can be read: it was looked for, and this is what answers it.`,
    body: html`${
      met.length === 0
        ? empty('No rule that applies is met.')
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Looked for</th>
                <th scope="col">Sound at</th>
              </tr>
            </thead>
            <tbody>
              ${met.map(
                ({ title, places }) =>
                  html`<tr>
                    <th scope="row">${title}</th>
                    <td>
                      <ul class="plain">
                        ${places.map(
                          ({ at, by }) =>
                            html`<li>
                              ${placeName(at)}${
                                by.length === 0
                                  ? ''
                                  : html` <span class="muted"
                                      >by
                                      ${joined(
                                        by.map((one) => html`${one}`),
                                        '; ',
                                      )}</span
                                    >`
                              }
                            </li>`,
                        )}
                      </ul>
                    </td>
                  </tr> `,
              )}
            </tbody>
          </table>`
    }${
      elsewhere.length === 0
        ? nothing
        : html`<h3>Does not occur in this system</h3>
            <ul class="elsewhere">
              ${elsewhere.map(({ title }) => html`<li>${title}</li>`)}
            </ul>`
    }${
      rulesOff.length === 0
        ? nothing
        : html`<h3>Not judged, because switched off</h3>
            <p class="small">${rulesOff.join(', ')}</p>`
    }`,
  };
}
