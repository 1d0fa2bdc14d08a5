import { severities, type Severity } from '../../../catalog/rule.ts';
import { html, nothing, type Html } from '../../markup/html.ts';
import type { Summary } from '../content/summary.ts';
import type { ThreatReport } from '../content/threat-report.ts';

/** The first page: what it is about, how it stands, how large it is. */
export function cover({ summary, today, edition }: ThreatReport): Html {
  return html`<header class="cover">
    <p class="kicker">Threat report<span>${today} · OWASP Top 10 for LLM applications ${edition}</span></p>
    <h1>${summary.name}</h1>
    ${summary.description === undefined ? nothing : html`<p class="description">${summary.description}</p>`}
    <dl class="facts">
      ${summary.facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${summary.errors.length === 0 ? nothing : errors(summary.errors)}
    <div class="verdict ${summary.worst}">
      <div>
        <h2>${summary.verdict}</h2>
        ${
          summary.remarks.length === 0
            ? nothing
            : html`<ul>
                ${summary.remarks.map((remark) => html`<li>${remark}</li>`)}
              </ul>`
        }
      </div>
      ${balance(summary)}
    </div>
    <dl class="figures">
      ${summary.figures.map(
        ([number, what]) =>
          html`<div>
            <dd>${number}</dd>
            <dt>${what}</dt>
          </div>`,
      )}
    </dl>
  </header> `;
}

function errors(messages: readonly string[]): Html {
  return html`<div class="warning" role="alert">
    <p>
      <b>The descriptor has faults, so this report is incomplete.</b> What a faulty part says was not judged.
    </p>
    <ul>
      ${messages.slice(0, 8).map((message) => html`<li>${message}</li>`)}
    </ul>
  </div>`;
}

const width = 300;

/** Risk without and with the controls that are there, on one scale. */
function balance({ inherent, residual }: Summary): Html {
  const most = Math.max(1, total(inherent), total(residual));
  return html`<figure class="balance">
    <svg
      viewBox="0 0 ${width} 118"
      width="${width}"
      height="118"
      role="img"
      aria-label="Inherent risk: ${spoken(inherent)}. Residual risk: ${spoken(residual)}."
    >
      ${bar('Inherent risk', 'with no control counted', inherent, most, 0)}
      ${bar('Residual risk', 'with the controls in place', residual, most, 60)}
    </svg>
    <figcaption>
      ${severities.toReversed().map((severity) => html`<span class="key ${severity}">${severity} <i>${inherent[severity]} →</i> <b>${residual[severity]}</b></span>`)}
    </figcaption>
  </figure>`;
}

function bar(label: string, note: string, counts: Summary['inherent'], most: number, y: number): Html {
  let x = 0;
  const blocks = severities.toReversed().map((severity) => {
    const length = (counts[severity] / most) * width;
    const block = html`<rect
      class="fill ${severity}"
      x="${round(x)}"
      y="${y + 22}"
      width="${round(Math.max(0, length - 1.5))}"
      height="22"
      rx="2"
    />`;
    x += length;
    return length === 0 ? nothing : block;
  });
  return html`<text class="label" x="0" y="${y + 14}">${label}<tspan class="note" dx="6">${note}</tspan></text
    ><text class="number" x="${width}" y="${y + 14}" text-anchor="end">${total(counts)}</text>${blocks}`;
}

function total(counts: Readonly<Record<Severity, number>>): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}

function spoken(counts: Readonly<Record<Severity, number>>): string {
  return severities
    .toReversed()
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(', ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
