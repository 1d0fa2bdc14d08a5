import type { Architecture, ControlStatement, Flow } from '../../model/architecture.ts';
import { enclosing } from './containment.ts';
import type { Encryption } from './graph.ts';

/** Whether a flow is said to be encrypted: by itself, by a boundary around an end, or by the system. */
export function encryptionOf(flow: Flow, architecture: Architecture): Encryption {
  const own = flow.facts.get('encrypted')?.values[0]?.text;
  if (own !== undefined) return own === 'true' ? 'encrypted' : 'unencrypted';
  const { boundaries, elements, system } = architecture;
  const around = [flow.from, flow.to].flatMap(({ text }) =>
    enclosing(boundaries, elements.get(text)?.within),
  );
  const places = [flow, ...around, system];
  for (const { controls } of places) {
    const said = controls.find(({ control }) => control === 'encryption-in-transit');
    const meaning = said === undefined || excepts(said, flow.id) ? 'unsaid' : meaningOf(said);
    if (meaning !== 'unsaid') return meaning;
  }
  return 'unsaid';
}

function excepts({ facts }: ControlStatement, flow: string): boolean {
  return facts.get('except')?.values.some(({ text }) => text === flow) ?? false;
}

function meaningOf({ status }: ControlStatement): Encryption {
  if (status === 'implemented' || status === 'inherited' || status === 'not-applicable') return 'encrypted';
  return status === 'absent' || status === 'ineffective' ? 'unencrypted' : 'unsaid';
}
