import { html, type Html } from '../../markup/html.ts';
import type { Chain } from '../content/chain.ts';

/** A chain on one line, for a table. */
export function chainWords({ elements }: Chain): Html {
  return html`<span class="chain-words"
    >${elements.map(
      ({ title, id, trust }, at) =>
        html`${at === 0 ? '' : html`<i aria-hidden="true"> → </i>`}<span
            class="${trust === 'untrusted' && at === 0 ? 'untrusted' : 'step'}"
            title="${id}"
            >${title}</span
          >`,
    )}</span
  >`;
}
