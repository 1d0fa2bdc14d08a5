/** A random system of many small agents, with shared stores and models, circles and flows to themselves. */
export function largeDescriptor(elements: number): { readonly text: string; readonly flows: number } {
  const random = generator(42);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const kinds = [
    ...['end-user', 'anonymous-user', 'contributor', 'administrator'],
    ...['chat-ui', 'api-gateway', 'application', 'application', 'agent', 'agent', 'orchestrator'],
    ...['llm', 'llm', 'embedding-model', 'tool', 'tool', 'mcp-server', 'browser-tool'],
    ...['vector-store', 'memory-store', 'database', 'document-store', 'external-content', 'external-api'],
  ];
  const actorKinds = kinds.slice(0, 4);
  const boundaries = Array.from({ length: Math.ceil(elements / 20) }, (_, at) => `line-${String(at)}`);
  const assets = Array.from(
    { length: Math.min(200, Math.ceil(elements / 5)) },
    (_, at) => `asset-${String(at)}`,
  );
  const all = Array.from({ length: elements }, (_, at) => ({ id: `part-${String(at)}`, kind: pick(kinds) }));
  const isStore = (kind: string): boolean => /store|database|content/.test(kind);
  const entry = ({ id, kind }: (typeof all)[number]): string => {
    const holds = isStore(kind) ? `, holds: [${pick(assets)}]` : '';
    const controls = random() < 0.2 ? ', controls: [prompt-injection-filter, least-privilege-iam]' : '';
    return `  ${id}: { kind: ${kind}, within: ${pick(boundaries)}${holds}${controls} }`;
  };
  const flows = Array.from({ length: elements * 2 }, (_, at) => {
    const from = Math.floor(random() * elements);
    // Mostly near: systems are made of groups. Some flows lead anywhere, some back to where they start.
    const to =
      random() < 0.9
        ? Math.min(elements - 1, from + Math.floor(random() * 12))
        : Math.floor(random() * elements);
    const carries = random() < 0.8 ? `, carries: [${pick(assets)}], returns: [${pick(assets)}]` : '';
    return `  flow-${String(at)}: { from: part-${String(from)}, to: part-${String(to)}${carries} }`;
  });
  const text = [
    'bartizan: 1',
    'system: { name: Large, controls: [threat-model] }',
    'boundaries:',
    ...boundaries.map((id) => `  ${id}: { zone: ${pick(['application', 'model', 'data', 'environment'])} }`),
    'actors:',
    ...all
      .filter(({ kind }) => actorKinds.includes(kind))
      .map(({ id, kind }) => `  ${id}: { kind: ${kind} }`),
    'components:',
    ...all.filter(({ kind }) => !actorKinds.includes(kind)).map(entry),
    'data:',
    ...assets.map((id) => `  ${id}: { classification: ${pick(['internal', 'confidential', 'restricted'])} }`),
    'flows:',
    ...flows,
    '',
  ].join('\n');
  return { text, flows: flows.length };
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
