import type { Located } from '../../text/span.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import { makeProblem, replaceWithEach } from '../make-problem.ts';
import { servicePlatforms } from '../vocabulary/service-platforms.ts';
import { quote, quoteAll } from '../wording.ts';
import type { Decoding } from './decoding.ts';

const platformNames: readonly string[] = servicePlatforms.map((platform) => platform.name);

/** A `platform:product`. A product that the catalog does not know still says which platform it is of. */
export function readService(decoding: Decoding, subject: string, node: ScalarNode): Located | undefined {
  const name = node.text.trim();
  const services = decoding.known.services;
  const read: Located = { text: name, span: node.span };
  if (services.has(name)) return read;

  const [platform = '', product = ''] = splitOnce(name);
  if (platformNames.includes(platform) && product !== '') {
    const { nearest } = decoding.suggest(name, () => ofPlatform(services.keys(), platform), 'there is');
    const hint =
      nearest.length > 0 ? `; did you mean ${quoteAll('or', nearest)}?` : ', so nothing is known of it';
    const message = `the catalog has no service ${quote(name)}${hint}`;
    const remedies = replaceWithEach(nearest, node.span);
    decoding.report(makeProblem('unknown-service', node.span, message, { severity: 'hint', remedies }));
    return read;
  }
  const meant = name.replace(/^.*:/, '');
  const nearest = meant === '' ? [] : namesOfProduct(services.keys(), meant);
  const hint =
    nearest.length > 0
      ? `; did you mean ${quoteAll('or', nearest)}?`
      : `; it takes a platform and a product, such as "aws:bedrock"; platforms are ${quoteAll('and', platformNames)}`;
  const message = `${subject} cannot be ${quote(name)}${hint}`;
  const remedies = replaceWithEach(nearest, node.span);
  decoding.report(makeProblem('unknown-value', node.span, message, { remedies }));
  return undefined;
}

function splitOnce(name: string): readonly string[] {
  const colon = name.indexOf(':');
  return colon === -1 ? [name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function ofPlatform(services: Iterable<string>, platform: string): readonly string[] {
  return [...services].filter((service) => service.startsWith(`${platform}:`));
}

/** Services of that product, whatever the platform; at most three. */
function namesOfProduct(services: Iterable<string>, product: string): readonly string[] {
  return [...services].filter((service) => service.endsWith(`:${product}`)).slice(0, 3);
}
