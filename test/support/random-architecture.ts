import fc from 'fast-check';
import { stringify } from 'yaml';

type Value = string | number | boolean | readonly Value[] | Entry;
export interface Entry {
  readonly [key: string]: Value;
}

export type Section = 'boundaries' | 'identities' | 'actors' | 'components' | 'data' | 'flows';

/** A descriptor as plain data, before it is written down: entries have an order, and ids can be changed. */
export type RandomArchitecture = Readonly<Record<Section, Readonly<Record<string, Entry>>>> & {
  readonly system: Entry;
};

/** How a descriptor is written: every entry in a line, or every value in a line of its own. */
export type Style = 'lines' | 'blocks';

export function render(architecture: RandomArchitecture, style: Style = 'lines'): string {
  const { system, ...sections } = architecture;
  if (style === 'blocks') return stringify({ bartizan: 1, system, ...sections });
  const lines = Object.entries(sections).flatMap(([name, entries]) => [
    `${name}:${Object.keys(entries).length === 0 ? ' {}' : ''}`,
    ...Object.entries(entries).map(([id, entry]) => `  ${id}: ${JSON.stringify(entry)}`),
  ]);
  return ['bartizan: 1', `system: ${JSON.stringify(system)}`, ...lines, ''].join('\n');
}

/** Controls of the catalog of test/support/analysis.ts that the generator declares. */
export const generatedControls = ['screen', 'hard-screen', 'output-check', 'human-approval'] as const;

const actorKinds = ['anonymous-user', 'end-user', 'contributor', 'administrator', 'external-agent'];
const processKinds = ['application', 'agent', 'llm', 'chat-ui', 'tool', 'browser-tool', 'embedding-model'];
const otherKinds = ['external-content', 'external-api', 'api-gateway', 'guardrail', 'human-reviewer'];
const storeKinds = ['vector-store', 'memory-store', 'database', 'document-store', 'log-store'];
const purposes = ['prompt', 'inference', 'retrieval', 'query', 'store', 'tool-call', 'message', 'sign-in'];
const assets = ['alpha', 'beta', 'gamma', 'delta'];

/** Names by number; the generator makes every part of the language but acceptances, for graphs of up to 14 parts. */
export function randomArchitecture(): fc.Arbitrary<RandomArchitecture> {
  return fc
    .record({ actors: fc.integer({ min: 1, max: 3 }), components: fc.integer({ min: 1, max: 8 }) })
    .chain((size) => {
      const actors = named('actor', size.actors);
      const components = named('part', size.components);
      const boundaries = named('line', 3);
      const flows = fc
        .integer({ min: 1, max: 12 })
        .chain((count) => entries(named('flow', count), flow([...actors, ...components])));
      return fc.record({
        system: fc.record({
          name: fc.constant('Random'),
          options: fc.constant({ strict: false, loose: true }),
          controls: controls(0.1),
        }),
        boundaries: entries(boundaries, boundary).map(nested),
        identities: fc.constant({ role: { kind: 'workload', privilege: 'broad' } }),
        actors: entries(actors, () => actor(boundaries)),
        components: entries(components, () => component(boundaries, [...actors, ...components])),
        data: entries(assets, asset),
        flows,
      });
    })
    .map((architecture) => withGuards(architecture));
}

/** Any prefix, or a text with some characters or lines left out: what a person has half typed. */
export function brokenText(): fc.Arbitrary<string> {
  return fc
    .tuple(randomArchitecture(), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 })), { maxLength: 5 }))
    .map(([architecture, cuts]) =>
      cuts.reduce((text, [from, length]) => {
        const at = from % (text.length + 1);
        return text.slice(0, at) + text.slice(at + length);
      }, render(architecture)),
    );
}

/** The same architecture under other ids, in another order. */
export function disguised(
  architecture: RandomArchitecture,
  rename: (id: string) => string,
  shuffle: <T>(items: readonly T[]) => readonly T[],
): RandomArchitecture {
  const ids = new Set<string>();
  const { system, ...sections } = architecture;
  for (const entries of Object.values(sections)) for (const id of Object.keys(entries)) ids.add(id);
  const changed = (value: Value): Value => {
    if (typeof value === 'string') return ids.has(value) ? rename(value) : value;
    if (isList(value)) return shuffle(value.map(changed));
    if (typeof value !== 'object') return value;
    return Object.fromEntries(shuffle(Object.entries(value)).map(([key, inner]) => [key, changed(inner)]));
  };
  const entriesOf = (entries: Readonly<Record<string, Entry>>): Readonly<Record<string, Entry>> =>
    Object.fromEntries(
      shuffle(Object.entries(entries)).map(([id, entry]) => [rename(id), changed(entry) as Entry]),
    );
  return {
    system: changed(system) as Entry,
    boundaries: entriesOf(sections.boundaries),
    identities: entriesOf(sections.identities),
    actors: entriesOf(sections.actors),
    components: entriesOf(sections.components),
    data: entriesOf(sections.data),
    flows: entriesOf(sections.flows),
  };
}

/** A place at which a control may be declared. */
export type ControlPlace =
  | { readonly section: 'system' }
  | { readonly section: 'boundaries' | 'components' | 'flows' | 'returns'; readonly id: string };

export function placesOf(architecture: RandomArchitecture): readonly ControlPlace[] {
  const at = (section: 'boundaries' | 'components' | 'flows'): readonly ControlPlace[] =>
    Object.keys(architecture[section]).map((id) => ({ section, id }));
  const returns = Object.entries(architecture.flows)
    .filter(([, flow]) => flow.returns !== undefined)
    .map(([id]) => ({ section: 'returns', id }) as const);
  return [{ section: 'system' }, ...at('boundaries'), ...at('components'), ...at('flows'), ...returns];
}

/** The architecture with a control declared in place at a place, or with nothing said of it there. */
export function withControl(
  architecture: RandomArchitecture,
  place: ControlPlace,
  control: string,
  declaration: Value | undefined,
): RandomArchitecture {
  const declare = (entry: Entry): Entry => {
    const known = (entry.controls ?? {}) as Entry;
    const others = Object.fromEntries(Object.entries(known).filter(([name]) => name !== control));
    return { ...entry, controls: declaration === undefined ? others : { ...others, [control]: declaration } };
  };
  if (place.section === 'system') return { ...architecture, system: declare(architecture.system) };
  const section = place.section === 'returns' ? 'flows' : place.section;
  const entry = architecture[section][place.id] ?? {};
  const changed =
    place.section === 'returns' ? { ...entry, returns: declare(entry.returns as Entry) } : declare(entry);
  return { ...architecture, [section]: { ...architecture[section], [place.id]: changed } };
}

function named(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}-${String.fromCharCode(97 + at)}`);
}

function entries(
  ids: readonly string[],
  entry: (id: string) => fc.Arbitrary<Entry>,
): fc.Arbitrary<Readonly<Record<string, Entry>>> {
  return fc.record(Object.fromEntries(ids.map((id) => [id, entry(id)])));
}

function boundary(): fc.Arbitrary<Entry> {
  return keys({
    zone: [1, fc.constantFrom('application', 'model', 'data', 'environment', 'external')],
    egress: [0.2, fc.constantFrom('any', 'none')],
    controls: [0.4, controls(0.3)],
  });
}

/** Each boundary may lie in the one before, so that there are no circles. */
function nested(boundaries: Readonly<Record<string, Entry>>): Readonly<Record<string, Entry>> {
  const ids = Object.keys(boundaries);
  return Object.fromEntries(
    Object.entries(boundaries).map(([id, entry], at) => {
      const around = ids[at - 1];
      return [id, around === undefined || entry.egress !== undefined ? entry : { ...entry, within: around }];
    }),
  );
}

function actor(boundaries: readonly string[]): fc.Arbitrary<Entry> {
  return keys({
    kind: [1, fc.constantFrom(...actorKinds)],
    within: [0.3, fc.constantFrom(...boundaries)],
    'sign-up': [0.2, fc.constant('open')],
    when: [0.05, fc.constantFrom('strict', 'loose')],
  });
}

function component(boundaries: readonly string[], elements: readonly string[]): fc.Arbitrary<Entry> {
  const common = {
    within: [0.6, fc.constantFrom(...boundaries)],
    trust: [0.1, fc.constantFrom('untrusted', 'semi-trusted', 'trusted')],
    controls: [0.5, controls(0.25)],
    when: [0.05, fc.constantFrom('strict', 'loose')],
    unless: [0.05, fc.constantFrom('strict', 'loose')],
  } as const;
  const process = keys({
    ...common,
    kind: [1, fc.constantFrom(...processKinds, ...otherKinds)],
    effects: [0.5, fc.constantFrom(['read-only'], ['financial'], ['fetches-urls'], ['messages-people'])],
    'runs-as': [0.1, fc.constant('role')],
  });
  const store = keys({
    ...common,
    kind: [1, fc.constantFrom(...storeKinds)],
    holds: [0.7, fc.subarray(assets, { minLength: 1, maxLength: 2 })],
    writers: [0.2, fc.subarray([...elements], { minLength: 1, maxLength: 2 })],
  });
  return fc.oneof({ weight: 3, arbitrary: process }, { weight: 1, arbitrary: store });
}

function asset(): fc.Arbitrary<Entry> {
  return keys({
    classification: [0.7, fc.constantFrom('public', 'internal', 'confidential', 'restricted')],
    tags: [0.2, fc.constantFrom(['pii'], ['credentials'])],
    trust: [0.1, fc.constantFrom('untrusted', 'semi-trusted', 'trusted')],
    evidence: [0.1, fc.constant('docs/data.md')],
  });
}

function flow(elements: readonly string[]): () => fc.Arbitrary<Entry> {
  const end = fc.constantFrom(...elements);
  const some = fc.subarray([...assets], { maxLength: 2 });
  return () =>
    keys({
      from: [1, fc.oneof({ weight: 6, arbitrary: end }, { weight: 1, arbitrary: ends(elements) })],
      to: [1, end],
      purpose: [0.6, fc.constantFrom(...purposes)],
      carries: [0.7, some],
      returns: [
        0.5,
        keys({
          carries: [1, some],
          format: [0.1, fc.constant('enumerated')],
          controls: [0.3, controls(0.2)],
        }),
      ],
      rights: [0.1, fc.constantFrom('read', 'write')],
      format: [0.1, fc.constantFrom('enumerated', 'json')],
      controls: [0.3, controls(0.3)],
      when: [0.05, fc.constantFrom('strict', 'loose')],
    });
}

function ends(elements: readonly string[]): fc.Arbitrary<Value> {
  return fc.subarray([...elements], { minLength: 1, maxLength: 2 });
}

/** Each control with the given chance, in any status. */
function controls(chance: number): fc.Arbitrary<Entry> {
  const declaration: fc.Arbitrary<Value> = fc.oneof(
    { weight: 5, arbitrary: fc.constant('implemented') },
    { weight: 2, arbitrary: fc.constantFrom('absent', 'planned') },
    { weight: 1, arbitrary: fc.constant({ status: 'implemented', fails: 'open' }) },
    { weight: 1, arbitrary: fc.constant({ status: 'implemented', when: 'strict' }) },
    { weight: 1, arbitrary: fc.constant({ status: 'ineffective', reason: 'It lets all pass.' }) },
  );
  return keys(
    Object.fromEntries(generatedControls.map((control) => [control, [chance, declaration] as const])),
  );
}

/** Control points guard some flow or part, and may only flag. */
function withGuards(architecture: RandomArchitecture): RandomArchitecture {
  const places = [...Object.keys(architecture.flows), ...Object.keys(architecture.components)];
  const components = Object.fromEntries(
    Object.entries(architecture.components).map(([id, entry], at) => {
      if (entry.kind !== 'guardrail' && entry.kind !== 'human-reviewer') return [id, entry];
      const guarded = places[(at * 7) % places.length] ?? id;
      const mode = at % 3 === 0 ? { mode: 'flag' } : at % 3 === 1 ? { fails: 'open' } : {};
      return [id, { ...entry, ...mode, guards: [guarded] }];
    }),
  );
  return { ...architecture, components };
}

/** An entry whose keys are there with their chance. */
function keys(all: Readonly<Record<string, readonly [number, fc.Arbitrary<Value>]>>): fc.Arbitrary<Entry> {
  const arbitraries = Object.fromEntries(
    Object.entries(all).map(([key, [chance, value]]) => [
      key,
      chance === 1
        ? value
        : fc.oneof(
            { weight: Math.round(chance * 100), arbitrary: value },
            { weight: Math.round(100 - chance * 100), arbitrary: fc.constant(undefined) },
          ),
    ]),
  );
  return fc
    .record<Record<string, Value | undefined>>(arbitraries)
    .map(
      (entry) =>
        Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Entry,
    );
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
