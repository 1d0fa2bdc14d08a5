import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { generateDescriptorSchema } from '../../scripts/generate/descriptor-schema.ts';
import { starterDescriptor } from '../../server/model/decode/root.ts';
import { supportChatbot } from '../support/example.ts';

const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(generateDescriptorSchema()) as object);
const accepts = (text: string): boolean => validate(parse(text));

describe('the JSON Schema of descriptors', () => {
  it('accepts the example and the starter', () => {
    assert.ok(accepts(supportChatbot), JSON.stringify(validate.errors));
    assert.ok(accepts(starterDescriptor), JSON.stringify(validate.errors));
  });

  const accepted = [
    'bartizan: 1\nx-own: { anything: 1 }',
    'bartizan: 1\nactors:\ndata: { question: }',
    'bartizan: 1\ncomponents: { bot: { kind: agent, effects: read-only, x-note: 1 } }',
    'bartizan: 1\ncomponents: { bot: { kind: agent, autonomy: unknown } }',
    'bartizan: 1\nsystem: { controls: { anything: { status: partial, params: { limit: 1 } } } }',
    'bartizan: 1\ndefaults: { flows: { encrypted: unknown } }',
  ];
  for (const text of accepted) it(`accepts ${JSON.stringify(text)}`, () => assert.ok(accepts(text)));

  const refused = [
    'system: {}',
    'bartizan: 2',
    'bartizan: 1\ncomponets: {}',
    'bartizan: 1\ncomponents: { Bot: { kind: agent } }',
    'bartizan: 1\ncomponents: { bot: {} }',
    'bartizan: 1\ncomponents: { bot: { kind: end-user } }',
    'bartizan: 1\ncomponents: { bot: { kind: llm, autonomy: assists } }',
    'bartizan: 1\nsystem: { scope: 6 }',
    'bartizan: 1\nflows: { ask: { from: a } }',
    'bartizan: 1\nsystem: { controls: { threat-model: done } }',
    'bartizan: 1\naccepted-risks: { some-rule: { reason: a, owner: b, expires: 2027-01-31 } }',
  ];
  for (const text of refused) it(`refuses ${JSON.stringify(text)}`, () => assert.ok(!accepts(text)));
});
