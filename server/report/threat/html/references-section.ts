import { html } from '../../markup/html.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { empty, type Section } from './section.ts';

export function referencesSection({ references }: ThreatReport): Section {
  return {
    id: 'references',
    title: 'References',
    lead: 'Where the open findings and the controls that answer them stand in other frameworks.',
    body:
      references.length === 0
        ? empty('Nothing is open, so nothing is referred to.')
        : html`<div class="references">
            ${references.map(
              ({ title, entries }) =>
                html`<div>
                  <h3>${title}</h3>
                  <dl>
                    ${entries.map(
                      ({ id, name, from }) =>
                        html`<div>
                          <dt>${id}</dt>
                          <dd>${name}<small>${from.join(', ')}</small></dd>
                        </div>`,
                    )}
                  </dl>
                </div>`,
            )}
          </div>`,
  };
}
