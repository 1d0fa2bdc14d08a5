import type { DataCondition } from '../../catalog/rule.ts';
import type { DataAsset } from '../../model/architecture.ts';
import { classifications } from '../../model/vocabulary/element-keys.ts';
import { unnamed } from '../reach/data-edges.ts';
import type { AssetState } from '../reach.ts';
import type { Scene } from '../scene.ts';
import type { Evidence } from './evidence.ts';

const order: readonly string[] = classifications.map((word) => word.name);

/**
 * Whether an asset meets a condition. What a model wrote may repeat its whole context: tags inside count,
 * classification inside counts where the asset does not say its own.
 */
export function matchAsset(scene: Scene, state: AssetState, condition: DataCondition): Evidence | undefined {
  if (condition.trust !== undefined && !condition.trust.includes(state.trust)) return undefined;
  const data = scene.architecture.data.get(state.asset);
  const inside = (): readonly DataAsset[] =>
    [...state.contains].flatMap((id) => scene.architecture.data.get(id) ?? []);
  const evidence: Evidence[number][] = [];
  if (condition.classification !== undefined) {
    const found = classified(data, inside, state, condition.classification);
    if (found === undefined) return undefined;
    evidence.push(found);
  }
  if (condition.tags !== undefined && condition.tags.length > 0) {
    const wanted = condition.tags;
    const tagged = [data, ...inside()].find((asset) => asset?.tags.some((tag) => wanted.includes(tag)));
    if (tagged === undefined) return undefined;
    const tags = tagged.tags.filter((tag) => wanted.includes(tag));
    evidence.push({
      text: `"${tagged.id}" holds ${tags.join(', ')}`,
      place: tagged.id,
      span: tagged.facts.get('tags')?.span ?? tagged.idSpan,
      assumed: false,
    });
  }
  return evidence;
}

function classified(
  data: DataAsset | undefined,
  inside: () => readonly DataAsset[],
  state: AssetState,
  floor: string,
): Evidence[number] | undefined {
  const reaches = (asset: DataAsset): boolean =>
    order.indexOf(asset.classification ?? '') >= order.indexOf(floor);
  const said = (asset: DataAsset): Evidence[number] => ({
    text: `"${asset.id}" is ${asset.classification ?? ''}`,
    place: asset.id,
    span: asset.facts.get('classification')?.span ?? asset.idSpan,
    assumed: false,
  });
  if (data?.classification !== undefined) return reaches(data) ? said(data) : undefined;
  const within = inside().find(
    (asset) => asset.id !== data?.id && asset.classification !== undefined && reaches(asset),
  );
  if (within !== undefined) return said(within);
  if (order.indexOf(floor) > order.indexOf('confidential')) return undefined;
  const name = state.asset === unnamed ? 'the content' : `"${state.asset}"`;
  return {
    text: `nothing is said about how confidential ${name} is, so confidential is assumed`,
    place: data?.id ?? 'system',
    span: data?.idSpan,
    assumed: true,
  };
}
