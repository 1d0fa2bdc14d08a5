import { reportProblem, type Decoder } from '../decode/decoder.ts';
import { unknownWordMessage } from '../decode/messages.ts';
import { prose } from '../decode/scalars.ts';

/** What a rule's message may stand in for: names of the case at hand. */
const placeholders: readonly string[] = ['element', 'from', 'to', 'flow', 'data', 'source', 'boundary'];

/** Prose with `{element}`, `{from}` and so on. */
export const messageText: Decoder<string> = {
  decode: (node, report) => {
    const message = prose.decode(node, report);
    for (const [, name = ''] of message?.matchAll(/\{([^{}]*)\}/g) ?? []) {
      if (!placeholders.includes(name)) {
        reportProblem(report, node.span, unknownWordMessage('placeholder', name, placeholders));
      }
    }
    return message;
  },
  schema: (definitions) => prose.schema(definitions),
};
