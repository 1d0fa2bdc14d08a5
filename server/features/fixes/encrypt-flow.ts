import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import type { Flow } from '../../model/architecture.ts';
import { transitControl } from '../../model/decode/flows.ts';
import { quote } from '../../model/wording.ts';
import { setValue } from '../edit/set-value.ts';
import type { Fix } from './fix.ts';

/** Where a flow says `encrypted: false`, a claim of encryption elsewhere would contradict it: the flow is corrected. */
export function encryptFlowFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  return unencryptedFlows(analysis, finding).flatMap((flow): readonly Fix[] => {
    const edits = setValue(analysis.tree, ['flows', flow.id, 'encrypted'], true);
    if (edits === undefined) return [];
    const title = `Say that ${quote(flow.id)} is encrypted`;
    return [{ title, kind: 'suggestion', preferred: false, edits, answers: finding.id }];
  });
}

/** The flows of a finding that say they are not encrypted, where encryption is what is missing. */
export function unencryptedFlows({ architecture }: Analysis, finding: Finding): readonly Flow[] {
  if (!finding.missing.some(({ controls }) => controls.includes(transitControl))) return [];
  const places = new Set([
    finding.element,
    ...finding.because.map(({ place }) => place),
    ...finding.paths.flat(),
  ]);
  const flows = architecture.flows.filter(
    ({ id, drawn, facts }) => drawn && places.has(id) && facts.get('encrypted')?.values[0]?.text === 'false',
  );
  return flows.filter(({ id }, at) => flows.findIndex((other) => other.id === id) === at);
}
