import { scriptHash, styleHash } from './page-hashes.ts';

/** What the page may do: nothing but show itself. */
export function policyOf(nonce: string | undefined): string {
  const [style, script] =
    nonce === undefined
      ? [`'sha256-${styleHash}'`, `'sha256-${scriptHash}'`]
      : [`'nonce-${nonce}'`, `'nonce-${nonce}'`];
  return `default-src 'none'; style-src ${style}; script-src ${script}; img-src data:; base-uri 'none'; form-action 'none'`;
}
