import type { Cell, FunctionCoverage } from '../coverage.ts';
import type { Judgement } from '../judge-all.ts';
import type { Scene } from '../scene.ts';

/** The zone of a place; the organization answers for the system. */
function zoneOfPlace(scene: Scene, place: string): string {
  if (place === 'system') return 'organization';
  const element = scene.architecture.elements.get(place);
  if (element !== undefined) return scene.links.zone(element) ?? 'application';
  const boundary = scene.architecture.boundaries.get(place);
  if (boundary !== undefined) return boundary.zone ?? 'environment';
  const flow = scene.architecture.flows.find((candidate) => candidate.id === place);
  return flow === undefined ? 'organization' : zoneOfPlace(scene, flow.to.text);
}

/** Requirements and controls by risk and zone. */
export function coverMatrix(judgement: Judgement): readonly Cell[] {
  const cells = new Map<string, { risk: string; zone: string; required: number; met: number; controls: Set<string> }>();
  const cell = (risk: string, zone: string): { required: number; met: number; controls: Set<string> } => {
    const key = `${risk} ${zone}`;
    const known = cells.get(key) ?? { risk, zone, required: 0, met: 0, controls: new Set<string>() };
    cells.set(key, known);
    return known;
  };
  for (const verdict of judgement.verdicts) {
    const zone = zoneOfPlace(judgement.scene, verdict.place);
    for (const risk of verdict.rule.risks) {
      const found = cell(risk, zone);
      found.required += Math.max(1, verdict.groups.length);
      found.met += verdict.groups.filter((group) => group.state === 'met').length;
    }
  }
  for (const standing of judgement.index.all) {
    if (standing.state !== 'met') continue;
    const zone = zoneOfPlace(judgement.scene, standing.place);
    for (const risk of standing.control.risks) cell(risk, zone).controls.add(standing.control.id);
  }
  return [...cells.values()].map((found) => ({ ...found, controls: [...found.controls].sort() }));
}

/** Controls in place by function of the NIST Cybersecurity Framework 2.0 and zone. */
export function coverFunctions(judgement: Judgement): readonly FunctionCoverage[] {
  const found = new Map<string, { function: string; zone: string; controls: Set<string> }>();
  for (const standing of judgement.index.all) {
    if (standing.state !== 'met') continue;
    const zone = zoneOfPlace(judgement.scene, standing.place);
    for (const category of standing.control.csf) {
      const name = category.split('.')[0] ?? category;
      const key = `${name} ${zone}`;
      const known = found.get(key) ?? { function: name, zone, controls: new Set<string>() };
      found.set(key, known);
      known.controls.add(standing.control.id);
    }
  }
  return [...found.values()].map((entry) => ({ ...entry, controls: [...entry.controls].sort() }));
}
