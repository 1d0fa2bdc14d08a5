import type { Edition } from '../../../catalog/risk.ts';
import { severities } from '../../../catalog/rule.ts';
import { html, nothing, type Html } from '../../markup/html.ts';
import type { RegisterEntry } from '../content/register.ts';
import { count } from '../content/naming.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { findingAnchor, lineMark, placeName, proseHtml, severityMark } from './parts.ts';
import { empty, type Section } from './section.ts';

export function registerSection({ register, edition }: ThreatReport): Section {
  return {
    id: 'register',
    title: 'Risk register',
    lead: 'Every finding, with the facts it rests on and what would answer it. The key of a finding is what a risk is accepted under.',
    body:
      register.length === 0
        ? empty('There are no findings.')
        : html`${filters()}
            <table class="register" id="register-table">
              <thead>
                <tr>
                  ${heading('severity', 'Severity')}${heading('title', 'Finding')}${heading('place', 'Where')}${heading('owasp', `OWASP ${edition}`)}${heading('status', 'Status')}
                </tr>
              </thead>
              <tbody>
                ${register.map((entry) => row(entry, edition))}
              </tbody>
            </table>
            <p class="empty" id="register-none" hidden>No finding matches.</p>`,
  };
}

/** Hidden until the script is there to serve them. */
function filters(): Html {
  const options = (words: readonly string[]): readonly Html[] =>
    words.map((word) => html`<option>${word}</option>`);
  return html`<form class="filters" id="register-filters" hidden>
    <label
      >Severity
      <select name="severity">
        <option value="">all</option>
        ${options(severities.toReversed())}
      </select></label
    >
    <label
      >Status
      <select name="status">
        <option value="">all</option>
        ${options(['open', 'planned', 'accepted'])}
      </select></label
    >
    <label>Search <input type="search" name="text" placeholder="element, rule, control, id" /></label>
    <output name="shown"></output>
  </form>`;
}

function heading(key: string, label: string): Html {
  return html`<th scope="col" data-key="${key}">${label}</th>`;
}

function row(entry: RegisterEntry, edition: Edition): Html {
  const { id, severity, inherent, status, confidence, title, message, at, line, owasp, agentic } = entry;
  const rank = severities.length - severities.indexOf(severity);
  return html`<tr
    id="${findingAnchor(id)}"
    class="${status}"
    data-severity="${rank}"
    data-title="${title}"
    data-place="${at.title}"
    data-owasp="${owasp[edition].join(' ')}"
    data-status="${status}"
    data-word="${severity}"
    data-finding="${id}"
  >
    <td>
      ${severityMark(severity)}${inherent === severity ? nothing : html`<small>inherent ${inherent}</small>`}
    </td>
    <td>
      <b class="title">${title}</b>
      <p>${message}.</p>
      ${answerOf(entry)}${detailsOf(entry)}
    </td>
    <td>${placeName(at)}<br />${lineMark(line)}</td>
    <td class="ids">${[...owasp[edition], ...agentic].map((one) => html`<span>${one}</span> `)}</td>
    <td>${status}${confidence === 'assumed' ? html`<small>rests on an assumption</small>` : nothing}</td>
  </tr> `;
}

function answerOf({ missing, instead, closedBy }: RegisterEntry): Html {
  const groups = missing.map(
    (group) => html`<li>${group.map(({ title }, at) => html`${at === 0 ? '' : ' or '}${title}`)}</li>`,
  );
  return html`${
    groups.length === 0
      ? nothing
      : html`<div class="answer">
          <span>Needs</span>
          <ul>
            ${groups}
          </ul>
        </div>`
  }${
    instead === ''
      ? nothing
      : html`<div class="answer">
          <span>Instead</span>
          <p>${proseHtml(instead)}</p>
        </div>`
  }${
    closedBy === undefined
      ? nothing
      : html`<div class="answer">
          <span>Closes with</span>
          <p>${closedBy}</p>
        </div>`
  }`;
}

function detailsOf({ id, why, because, path, morePaths }: RegisterEntry): Html {
  return html`<details>
    <summary>Why</summary>
    <p>${proseHtml(why)}</p>
    <ul class="because">
      ${because.map(({ text, assumed, line }) => html`<li>${text}${assumed ? html` <em>(assumed)</em>` : ''} ${lineMark(line)}</li>`)}
    </ul>
    ${path === undefined ? nothing : html`<p class="muted">Path: ${path}${morePaths > 0 ? `, and ${count(morePaths, 'more like it', 'more like it')}` : ''}</p>`}
    <p class="muted">Key: <code>${id}</code></p>
  </details>`;
}
