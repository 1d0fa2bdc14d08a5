import { html, type Html } from '../../markup/html.ts';
import { count } from '../content/naming.ts';
import type { ClosedFinding } from '../content/next-steps.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { effortMark, findingLink, joined, placeName, severityMark } from './parts.ts';
import { empty, type Section } from './section.ts';

export function nextSection({ next }: ThreatReport): Section {
  return {
    id: 'next',
    title: 'What to do next',
    lead: 'The additions that close the most risk for their effort. Each is the best one once those before it are in place, and was tried: what it says it closes, it closes.',
    body:
      next.length === 0
        ? empty('No addition tried closes a finding.')
        : html`<ol class="steps">
            ${next.map(
              ({ title, summary, at, effort, closes, severity, together }) =>
                html`<li>
                  <div class="step-head">
                    <h3>${title}</h3>
                    ${severityMark(severity)}${effortMark(effort)}
                  </div>
                  <p>${summary}</p>
                  <p class="step-foot">
                    At ${placeName(at)}.
                    ${together.length === 0 ? 'Closes' : `Together with ${together.join(', ')} closes`}
                    ${count(closes.length, 'finding')}: ${closed(closes)}.
                  </p>
                </li>`,
            )}
          </ol>`,
  };
}

/** Findings of the same rule are named once, with their places. */
function closed(closes: readonly ClosedFinding[]): Html {
  const titles = [...new Set(closes.map(({ title }) => title))];
  return joined(
    titles.map((title) => {
      const places = closes
        .filter((one) => one.title === title)
        .map(({ id, at }) => findingLink(id, at.title));
      return html`${title} (${joined(places, ', ')})`;
    }),
    '; ',
  );
}
