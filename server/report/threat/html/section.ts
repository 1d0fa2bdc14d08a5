import { html, type Html } from '../../markup/html.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  /** One or two sentences that say how to read it. */
  readonly lead: string;
  readonly body: Html;
}

export function section({ id, title, lead, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="lead">${lead}</p>
    ${body}
  </section> `;
}

export function empty(sentence: string): Html {
  return html`<p class="empty">${sentence}</p>`;
}
