import { listOf } from '../decode/collections.ts';
import type { Decoder } from '../decode/decoder.ts';
import { defaulted, record, required } from '../decode/record.ts';
import { namesOf, oneWord, prose, reference } from '../decode/scalars.ts';
import { kinds } from '../../model/vocabulary/kinds.ts';
import type { Service } from '../service.ts';
import { elementFactValues } from './fact-values.ts';

export const serviceId = /^(?:aws|azure|google-cloud|oss|saas):[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const serviceKeys: Decoder<Omit<Service, 'id' | 'origin'>> = record('service', {
  title: required(prose, 'The product’s name.'),
  kinds: required(
    listOf(oneWord('kind', namesOf(kinds))),
    'Kinds of component it can be; none where it is a means, not a part.',
  ),
  brings: defaulted(
    listOf(
      record('control that is brought', {
        control: required(reference('control'), 'A control that every instance has.'),
        source: required(prose, 'The page that says so.'),
      }),
    ),
    [],
    'Controls it always brings, whatever the customer configures.',
  ),
  facts: defaulted(elementFactValues, {}, 'What holds of every instance, by property: `hosting: managed`.'),
});
