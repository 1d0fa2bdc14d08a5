import { listOf } from '../decode/collections.ts';
import type { Decoder } from '../decode/decoder.ts';
import { defaulted, record, required } from '../decode/record.ts';
import { prose, reference } from '../decode/scalars.ts';
import type { Risk } from '../risk.ts';
import { cweField } from './shared-fields.ts';

export const riskKeys: Decoder<Omit<Risk, 'id'>> = record('risk', {
  title: required(prose, 'Its name for people.'),
  summary: required(prose, 'What can happen, in our own words.'),
  owasp: required(
    record('list of OWASP ids', {
      2023: defaulted(
        listOf(reference('owasp-llm-2023')),
        [],
        'Ids in the 2023/24 edition; empty where it does not know the risk.',
      ),
      2025: defaulted(listOf(reference('owasp-llm-2025')), [], 'Ids in the 2025 edition.'),
      2026: defaulted(listOf(reference('owasp-llm-2026')), [], 'Ids in the 2026 edition.'),
    }),
    'Its ids in each edition of the OWASP Top 10 for LLM applications.',
  ),
  cwe: cweField,
});
