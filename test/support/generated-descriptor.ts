import { kinds } from '../../server/model/vocabulary/kinds.ts';

/** A descriptor with so many elements; equal for equal arguments. Most flows run forward, a few back. */
export function generatedDescriptor(elements: number, seed = 1): string {
  const random = randomNumbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const boundaries = Math.max(2, Math.round(elements / 6));
  const actorKinds = kinds.filter(({ group }) => group === 'actor').map(({ name }) => name);
  const componentKinds = kinds
    .filter(({ group }) => group !== 'actor' && group !== 'control-point')
    .map(({ name }) => name);
  const lines = ['bartizan: 1', `system: { name: System of ${elements} elements }`, 'boundaries:'];
  for (let index = 0; index < boundaries; index += 1) {
    const within = index > 1 && random() < 0.6 ? `, within: b${Math.floor(random() * index)}` : '';
    lines.push(`  b${index}: { zone: ${pick(zones)}${within} }`);
  }
  const actors = Math.max(1, Math.round(elements / 12));
  lines.push('actors:');
  for (let index = 0; index < actors; index += 1) {
    lines.push(`  e${index}: { kind: ${pick(actorKinds)}, within: b0 }`);
  }
  lines.push('components:');
  for (let index = actors; index < elements; index += 1) {
    const boundary = Math.floor((index / elements) * boundaries);
    const guards = random() < 0.06;
    lines.push(
      guards
        ? `  e${index}: { kind: guardrail, within: b${boundary}, guards: [f${index}-0] }`
        : `  e${index}: { kind: ${pick(componentKinds)}, within: b${boundary} }`,
    );
  }
  lines.push('data:', '  d0: { classification: internal }', '  d1: { classification: restricted }', 'flows:');
  for (let index = 1; index < elements; index += 1) {
    const near = Math.max(0, index - 1 - Math.floor(random() * 8));
    lines.push(flow(`f${index}-0`, near, index, random()));
    if (random() < 0.35) {
      const other = Math.floor(random() * elements);
      if (other !== index) lines.push(flow(`f${index}-1`, index, other, random()));
    }
  }
  return `${lines.join('\n')}\n`;
}

function flow(id: string, from: number, to: number, chance: number): string {
  const returns = chance < 0.5 ? ', returns: [d1]' : '';
  const encrypted = chance < 0.2 ? ', encrypted: false' : ', encrypted: true';
  return `  ${id}: { from: e${from}, to: e${to}, carries: [d0]${returns}${encrypted} }`;
}

const zones = ['user-interface', 'application', 'model', 'data', 'organization', 'environment', 'external'];

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
