import type { Framework } from '../catalog.ts';
import { mapOf } from '../decode/collections.ts';
import type { Decoder } from '../decode/decoder.ts';
import { record, required } from '../decode/record.ts';
import { prose } from '../decode/scalars.ts';

export const frameworkKeys: Decoder<Omit<Framework, 'id'>> = record('framework', {
  title: required(prose, 'The official title.'),
  version: required(prose, 'The version whose ids these are.'),
  names: required(mapOf(prose, prose), 'Official names by id.'),
});
