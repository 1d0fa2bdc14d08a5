import { html, nothing, type Html } from '../../markup/html.ts';
import type { DeclaredControl } from '../content/declared-controls.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { joined, lineMark, placeName, proseHtml, scrolling } from './parts.ts';
import { empty, type Section } from './section.ts';

export function declaredSection({ declared }: ThreatReport): Section {
  return {
    id: 'controls',
    title: 'Controls as declared',
    lead: 'What the descriptor states about controls, and what services and kinds bring by themselves, by status, due date and owner.',
    body:
      declared.length === 0
        ? empty('The descriptor states nothing about controls.')
        : scrolling(
            'Table of controls',
            html`<table>
              <thead>
                <tr>
                  <th scope="col">Status</th>
                  <th scope="col">Control</th>
                  <th scope="col">At</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Due</th>
                  <th scope="col">By, evidence, note</th>
                </tr>
              </thead>
              <tbody>
                ${declared.map((control, index) => row(control, declared.slice(0, index)))}
              </tbody>
            </table>`,
          ),
  };
}

function row(control: DeclaredControl, above: readonly DeclaredControl[]): Html {
  const { id, title, at, status, owner, due, overdue, by, note, evidence, line } = control;
  // How to verify a control is said once, however often it stands.
  const verify = above.some((other) => other.id === id && other.verify.length > 0) ? [] : control.verify;
  const said = [by === undefined ? '' : `by ${by}`, note ?? '', ...evidence].filter((part) => part !== '');
  return html`<tr>
    <td><span class="state ${status}">${status.replaceAll('-', ' ')}</span></td>
    <th scope="row">${title}${verify.length === 0 ? nothing : verification(verify)}</th>
    <td>${joined(at.map(placeName), ', ')} ${lineMark(line)}</td>
    <td>${owner ?? '–'}</td>
    <td class="day">${due ?? '–'}${overdue ? html` <b class="late">overdue</b>` : nothing}</td>
    <td>${said.join('; ')}</td>
  </tr> `;
}

function verification(ways: readonly string[]): Html {
  return html`<details>
    <summary>Verify</summary>
    <ul>
      ${ways.map((way) => html`<li>${proseHtml(way)}</li>`)}
    </ul>
  </details>`;
}
