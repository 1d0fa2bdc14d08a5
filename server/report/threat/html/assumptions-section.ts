import { html, nothing } from '../../markup/html.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { findingLink, joined, lineMark } from './parts.ts';
import { empty, type Section } from './section.ts';

export function assumptionsSection({ assumptions }: ThreatReport): Section {
  const { made, used, unsaid } = assumptions;
  return {
    id: 'assumptions',
    title: 'Assumptions',
    lead: made
      ? 'Where the descriptor is silent, the worst plausible value completes a finding whose other facts are certain. Saying the fact confirms the finding or closes it.'
      : 'Silence was not read as anything: only what the descriptor says counts.',
    body: html`${
      used.length === 0
        ? empty('No finding rests on an assumption.')
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Assumed</th>
                <th scope="col">Findings that rest on it</th>
              </tr>
            </thead>
            <tbody>
              ${used.map(
                ({ text, findings }) =>
                  html`<tr>
                    <td>${text}</td>
                    <td>
                      ${joined(
                        findings.map((id) => findingLink(id, id)),
                        ', ',
                      )}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }${
      unsaid.length === 0
        ? nothing
        : html`<h3>Facts to state</h3>
            <ul class="columns">
              ${unsaid.map(({ text, line }) => html`<li>${text} ${lineMark(line)}</li>`)}
            </ul>`
    }`,
  };
}
