import { html, nothing, type Html } from '../../markup/html.ts';
import { count } from '../content/naming.ts';
import type { Depth } from '../content/depth.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { chainWords } from './chain-words.ts';
import { joined, placeName, severityMark, scrolling } from './parts.ts';
import { empty, type Section } from './section.ts';

export function depthSection({ depth }: ThreatReport): Section {
  return {
    id: 'depth',
    title: 'Layers of defence',
    lead: 'For each risk, the independent layers on the weakest way from an entry to what it threatens. Layers count as independent when they stand at different places or are of different assurance. Below two, one failure is enough.',
    body:
      depth.length === 0
        ? empty('Nothing in this system is exposed to a risk of the catalog.')
        : scrolling(
            'Table of layers',
            html`<table class="depth">
              <thead>
                <tr>
                  <th scope="col">Risk</th>
                  <th scope="col">Layers</th>
                  <th scope="col">Weakest path, and what stands on it</th>
                  <th scope="col">Inherent</th>
                  <th scope="col">Residual</th>
                </tr>
              </thead>
              <tbody>
                ${depth.map(row)}
              </tbody>
            </table>`,
          ),
  };
}

function row({ title, layers, weakest, controls, inherent, residual }: Depth): Html {
  return html`<tr>
    <th scope="row">${title}</th>
    <td>${stack(layers)}</td>
    <td>
      ${weakest === undefined ? html`<span class="muted">no path leads there</span>` : chainWords(weakest)}${
        controls.length === 0
          ? nothing
          : html`<p class="stands">
              ${joined(
                controls.map(({ title: control, at }) => html`${control} at ${placeName(at)}`),
                '; ',
              )}
            </p>`
      }
    </td>
    <td>${severityMark(inherent)}</td>
    <td>${severityMark(residual)}</td>
  </tr> `;
}

const most = 4;

function stack(layers: number): Html {
  const shown = Math.min(layers, most);
  const level = layers === 0 ? 'bare' : layers === 1 ? 'thin' : 'deep';
  return html`<svg
    class="stack ${level}"
    viewBox="0 0 62 20"
    width="62"
    height="20"
    role="img"
    aria-label="${count(layers, 'layer')}"
  >
    ${Array.from(
      { length: most },
      (_, at) =>
        html`<rect
          class="${at < shown ? 'there' : 'gap'}"
          x="${18 + at * 11}"
          y="3"
          width="8"
          height="14"
          rx="1.5"
        />`,
    )}
    <text x="0" y="15">${layers}</text>
  </svg>`;
}
