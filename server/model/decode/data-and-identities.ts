import type { SyntaxNode } from '../../syntax/tree.ts';
import type { DataAsset, Identity } from '../architecture.ts';
import { dataEntryKeys, identityEntryKeys } from '../vocabulary/vocabulary.ts';
import type { Decoding } from './decoding.ts';
import { decodeEntry, entriesOf, ownerOf } from './entry.ts';
import { said } from './keys.ts';

export function decodeIdentities(
  decoding: Decoding,
  section: SyntaxNode | undefined,
): ReadonlyMap<string, Identity> {
  const identities = new Map<string, Identity>();
  for (const entry of entriesOf(decoding, 'identities', section)) {
    const { common } = decodeEntry(decoding, ownerOf('identities', entry), entry, identityEntryKeys);
    identities.set(common.id, { ...common, kind: said(common.facts, 'kind') });
  }
  return identities;
}

export function decodeData(
  decoding: Decoding,
  section: SyntaxNode | undefined,
): ReadonlyMap<string, DataAsset> {
  const assets = new Map<string, DataAsset>();
  for (const entry of entriesOf(decoding, 'data', section)) {
    const { common } = decodeEntry(decoding, ownerOf('data', entry), entry, dataEntryKeys);
    assets.set(common.id, {
      ...common,
      classification: said(common.facts, 'classification'),
      tags: (common.facts.get('tags')?.values ?? []).map((tag) => tag.text),
      trust: said(common.facts, 'trust'),
    });
  }
  return assets;
}
