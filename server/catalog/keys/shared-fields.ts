import { listOf } from '../decode/collections.ts';
import { defaulted } from '../decode/record.ts';
import { patterned, reference } from '../decode/scalars.ts';

/** Fields that controls, rules and risks share. */

export const risksField = defaulted(
  listOf(reference('risk')),
  [],
  'Risks it is about, by their edition-neutral keys.',
);
export const agenticField = defaulted(
  listOf(reference('owasp-agentic')),
  [],
  'Ids of the OWASP Top 10 for agentic applications, such as `ASI01`.',
);
export const mcpField = defaulted(
  listOf(reference('owasp-mcp')),
  [],
  'Ids of the OWASP MCP Top 10, such as `MCP01:2025`.',
);
export const cweField = defaulted(listOf(reference('cwe')), [], 'Weaknesses, such as `CWE-1427`.');
/** `S-001` to `S-188`. */
export const guidanceItem = /^S-(?:0(?!00)\d\d|1[0-7]\d|18[0-8])$/;

export const guidanceField = defaulted(
  listOf(patterned('an item of the guidance’s checklist, S-001 to S-188', guidanceItem)),
  [],
  'Items of the source guidance’s checklist that it answers, `S-001` to `S-188`.',
);
