import { severities, type Severity } from '../../catalog/rule.ts';
import type { Standing } from '../controls/standing.ts';
import type { RiskDepth } from '../coverage.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge-all.ts';
import { writes, type DataEdge } from '../reach/data-edges.ts';
import { shownSeverity } from '../severity.ts';

/**
 * For each risk the way from an entry to what the risk threatens on which the fewest independent layers
 * stand. Layers are independent when they stand at different places or are of different assurance.
 */
export function measureDepth(
  judgement: Judgement,
  inherent: readonly Finding[],
  residual: readonly Finding[],
): readonly RiskDepth[] {
  return [...judgement.scene.catalog.risks.keys()].map((risk) => {
    const weakest = weakestPath(judgement, risk);
    const layers = weakest?.layers ?? [];
    return {
      risk,
      layers: layers.length,
      weakestPath: weakest?.path ?? [],
      controls: layers.map((standing) => ({ control: standing.control.id, place: standing.place })),
      inherent: worst(inherent.filter((finding) => finding.risks.includes(risk)).map((finding) => finding.inherent)),
      residual: worst(residual.filter((finding) => finding.risks.includes(risk)).map(shownSeverity)),
    };
  });
}

function worst(found: readonly Severity[]): Severity | 'none' {
  return found.reduce<Severity | 'none'>(
    (known, next) => (known === 'none' || severities.indexOf(next) > severities.indexOf(known) ? next : known),
    'none',
  );
}

interface Way {
  readonly path: readonly string[];
  readonly layers: readonly Standing[];
}

interface Reached {
  readonly element: string;
  readonly edge: DataEdge | undefined;
  readonly previous: Reached | undefined;
  /** Independent ones on the whole way: what stands at an element counts once, not on both its hops. */
  readonly layers: readonly Standing[];
  readonly hops: number;
  readonly cost: number;
}

function weakestPath(judgement: Judgement, risk: string): Way | undefined {
  const { scene } = judgement;
  const targets = new Set(
    judgement.verdicts.filter((verdict) => verdict.rule.risks.includes(risk)).flatMap((verdict) => verdict.target ?? []),
  );
  const controls = [...scene.catalog.controls.values()].filter(
    (control) => control.risks.includes(risk) && control.kind !== 'governance',
  );
  const layersOf = (edge: DataEdge): readonly Standing[] => layersOnHop(judgement, controls.map((c) => c.id), edge);
  const best = new Map<string, Reached>();
  const queue: Reached[] = entries(judgement).map((element) => ({
    element, edge: undefined, previous: undefined, layers: [], hops: 0, cost: 0,
  }));
  let weakest: Reached | undefined;
  while (queue.length > 0) {
    const at = takeCheapest(queue);
    if (at === undefined) break;
    const known = best.get(at.element);
    if (known !== undefined) continue;
    best.set(at.element, at);
    if (at.edge !== undefined && targets.has(at.element)) {
      weakest = at;
      break;
    }
    for (const edge of scene.graph.outgoing.get(at.element) ?? []) {
      if (best.has(edge.to) || !writes(scene.architecture, edge)) continue;
      const layers = independent([...at.layers, ...layersOf(edge)]);
      const hops = at.hops + 1;
      // A hop costs a little by itself, so that of equally weak ways the shortest is shown.
      queue.push({ element: edge.to, edge, previous: at, layers, hops, cost: layers.length + hops / 100 });
    }
  }
  return weakest === undefined ? undefined : { path: pathTo(weakest), layers: weakest.layers };
}

/** Who may bring an attack in: everybody outside who is not trusted, or every actor where all are. */
function entries(judgement: Judgement): readonly string[] {
  const { scene } = judgement;
  const suspects = [...scene.graph.own].filter(([, own]) => own.trust !== 'trusted').map(([element]) => element);
  if (suspects.length > 0) return suspects;
  return [...scene.architecture.elements.values()].filter((e) => e.role === 'actor').map((e) => e.id);
}

function takeCheapest(queue: Reached[]): Reached | undefined {
  let cheapest = 0;
  for (let at = 1; at < queue.length; at += 1) {
    if ((queue[at]?.cost ?? Infinity) < (queue[cheapest]?.cost ?? Infinity)) cheapest = at;
  }
  return queue.splice(cheapest, 1)[0];
}

/** What stands on one hop itself: a boundary's control counts where the hop crosses into it. */
function layersOnHop(judgement: Judgement, controls: readonly string[], edge: DataEdge): readonly Standing[] {
  const crossed = new Set(judgement.scene.links.crossed(edge.flow).map((boundary) => boundary.id));
  return controls.flatMap((control) =>
    judgement.index
      .onHop(control, edge.flow, edge.direction)
      .filter(
        (standing) =>
          standing.state === 'met' &&
          standing.place !== 'system' &&
          (!judgement.scene.architecture.boundaries.has(standing.place) || crossed.has(standing.place)),
      ),
  );
}

function pathTo(end: Reached): readonly string[] {
  const path: string[] = [end.element];
  let at: Reached | undefined = end;
  while (at?.edge !== undefined) {
    path.push(at.edge.flow.id);
    at = at.previous;
    if (at !== undefined) path.push(at.element);
  }
  return path.toReversed();
}

function independent(layers: readonly Standing[]): readonly Standing[] {
  const seen = new Set<string>();
  return layers.filter((standing) => {
    const key = `${standing.place} ${standing.control.assurance}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
