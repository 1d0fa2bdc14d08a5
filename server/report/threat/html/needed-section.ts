import { html, nothing, type Html } from '../../markup/html.ts';
import type { NeededControl } from '../content/needed-controls.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { effortMark, joined, placeName, proseHtml, severityMark } from './parts.ts';
import { empty, type Section } from './section.ts';

function needsPlatform(ways: NeededControl['implement']): boolean {
  return new Set(ways.map(({ platform }) => platform)).size > 1;
}

export function neededSection({ needed }: ThreatReport): Section {
  return {
    id: 'needed',
    title: 'Controls to put in place',
    lead: 'The first answer to each open requirement, with how to implement it on the platform of this system and how to verify that it works.',
    body: needed.length === 0 ? empty('No requirement is open.') : html`${needed.map(card)}`,
  };
}

function card({
  title,
  summary,
  effort,
  assurance,
  severity,
  at,
  findings,
  instead,
  implement,
  verify,
}: NeededControl): Html {
  const many = needsPlatform(implement);
  const [first] = implement;
  const how = many || first === undefined ? 'How' : `How on ${first.platform}`;
  return html`<article class="control">
    <div class="step-head">
      <h3>${title}</h3>
      ${severityMark(severity)}${effortMark(effort)}<span class="effort">${assurance}</span>
    </div>
    <p>${proseHtml(summary)}</p>
    <dl>
      <div>
        <dt>Where</dt>
        <dd>${joined(at.map(placeName), ', ')}</dd>
      </div>
      <div>
        <dt>Answers</dt>
        <dd>
          ${joined(
            findings.map((id) => html`<code>${id}</code>`),
            ', ',
          )}
        </dd>
      </div>
      ${
        instead.length === 0
          ? nothing
          : html`<div>
              <dt>Or</dt>
              <dd>${instead.join(' · ')}</dd>
            </div>`
      }
      ${
        implement.length === 0
          ? nothing
          : html`<div>
              <dt>${how}</dt>
              <dd>
                <ul>
                  ${implement.map((way) => html`<li>${many ? html`<b>${way.platform}</b>: ` : ''}${way.service === undefined ? '' : html`<b>${way.service}</b>: `}${proseHtml(way.how)}</li>`)}
                </ul>
              </dd>
            </div>`
      }
      ${
        verify.length === 0
          ? nothing
          : html`<div>
              <dt>Verify</dt>
              <dd>
                <ul>
                  ${verify.map((way) => html`<li>${proseHtml(way)}</li>`)}
                </ul>
              </dd>
            </div>`
      }
    </dl>
  </article> `;
}
