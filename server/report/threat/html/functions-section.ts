import { html } from '../../markup/html.ts';
import { count } from '../content/naming.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import type { Section } from './section.ts';

export function functionsSection({ functions }: ThreatReport): Section {
  return {
    id: 'functions',
    title: 'NIST CSF 2.0 functions',
    lead: 'Controls in place by function of the Cybersecurity Framework. A design that only protects notices nothing and recovers from nothing.',
    body: html`<ul class="functions">
      ${functions.map(
        ({ id, name, controls, zones }) =>
          html`<li class="${controls.length === 0 ? 'bare' : 'held'}">
            <p class="function"><b>${name}</b><code>${id}</code></p>
            <p class="many">${controls.length}</p>
            <p>
              ${
                controls.length === 0
                  ? 'Nothing in place.'
                  : html`${count(controls.length, 'control')} in ${zones.join(', ')}`
              }
            </p>
            <p class="names">${controls.join(' · ')}</p>
          </li>`,
      )}
    </ul>`,
  };
}
