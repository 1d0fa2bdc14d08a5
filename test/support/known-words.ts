import type { KnownControl, KnownWords } from '../../server/model/known-words.ts';

/** A small stand-in for the catalog, so that tests of the model do not change when the catalog grows. */
export const someKnownWords: KnownWords = {
  controls: new Map<string, KnownControl>([
    ['threat-model', control({ system: true })],
    ['incident-response-plan', control({ system: true })],
    ['private-connectivity', control({ flows: ['any'], boundaries: ['any'] })],
    ['encryption-in-transit', control({ flows: ['any'], boundaries: ['any'], system: true })],
    ['encryption-at-rest', control({ elements: ['data', 'state'], boundaries: ['any'], system: true })],
    [
      'web-application-firewall',
      control({ elements: ['interface', 'edge'], boundaries: ['user-interface'] }),
    ],
    ['rate-limiting', control({ elements: ['any'], flows: ['any'], params: { limit: 'Calls in a time.' } })],
    ['execution-budget', control({ elements: ['agent'] })],
    ['human-approval', control({ elements: ['agent', 'tool'], flows: ['tool-call'] })],
    ['prompt-injection-filter', control({ elements: ['model', 'agent'], flows: ['prompt', 'inference'] })],
    ['sensitive-data-output-filter', control({ elements: ['model'], flows: ['inference'] })],
  ]),
  services: new Map([
    ['aws:bedrock', service(['llm', 'embedding-model'], ['encryption-at-rest'])],
    ['aws:bedrock-guardrails', service(['guardrail'], [])],
    ['aws:cloudfront', service(['content-delivery', 'chat-ui'], [])],
    ['aws:opensearch', service(['vector-store', 'search-index'], [])],
    ['aws:dynamodb', service(['database'], ['encryption-at-rest'])],
    ['azure:ai-search', service(['search-index'], [])],
  ]),
};

interface ControlDetails {
  readonly elements?: readonly string[];
  readonly flows?: readonly string[];
  readonly boundaries?: readonly string[];
  readonly system?: boolean;
  readonly params?: Readonly<Record<string, string>>;
}

function control(details: ControlDetails): KnownControl {
  const { elements = [], flows = [], boundaries = [], system = false, params = {} } = details;
  return { places: { elements, flows, boundaries, system }, params };
}

function service(kinds: readonly string[], brings: readonly string[]) {
  return { kinds, facts: {}, brings: brings.map((name) => ({ control: name })) };
}
