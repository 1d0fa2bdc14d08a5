import { createHash } from 'node:crypto';
import { script } from '../../server/report/threat/html/script.ts';
import { style } from '../../server/report/threat/html/style.ts';

/** The report's policy lets its own style sheet and script run and nothing else, by their hashes. */
export function reportHashes(): string {
  return `// Written by \`npm run generate\` from style.ts and script.ts.

/** SHA-256 of the report's style sheet, as a content security policy names it. */
export const styleHash = '${hash(style)}';

export const scriptHash = '${hash(script)}';
`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
