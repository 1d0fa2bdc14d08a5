import type { Architecture, Boundary } from '../../model/architecture.ts';
import { boundariesAround } from '../../model/containment.ts';
import type { GroupName, Kind } from '../../model/vocabulary/kinds.ts';

const zonesOfGroup: Readonly<Record<GroupName, readonly string[]>> = {
  actor: ['external'],
  interface: ['user-interface'],
  edge: ['user-interface'],
  application: ['application'],
  tool: ['application'],
  'control-point': ['application', 'model'],
  model: ['model'],
  'ml-platform': ['model', 'data'],
  state: ['data', 'application'],
  data: ['data'],
  external: ['external'],
  operations: ['environment', 'organization'],
};

/** Zones in which a kind is at home, the usual one first. */
export function fittingZones(kind: Kind | undefined): readonly string[] {
  if (kind === undefined) return [];
  if (kind.group !== 'actor') return zonesOfGroup[kind.group];
  const ours = ['internal-user', 'administrator', 'developer'];
  return ours.includes(kind.name) ? ['organization', 'external'] : ['external'];
}

/** Boundaries in which a kind is at home first, those of the usual zone foremost; then the others. */
export function boundariesFor(architecture: Architecture, kind: Kind | undefined): readonly Boundary[] {
  const zones = fittingZones(kind);
  const rank = (boundary: Boundary): number => {
    const zone =
      boundary.zone ?? boundariesAround(architecture, boundary.id).find((outer) => outer.zone)?.zone;
    const at = zones.indexOf(zone ?? '');
    return at === -1 ? zones.length : at;
  };
  return [...architecture.boundaries.values()].sort((a, b) => rank(a) - rank(b));
}

export function fits(boundary: Boundary, kind: Kind | undefined): boolean {
  return boundary.zone !== undefined && fittingZones(kind).includes(boundary.zone);
}
