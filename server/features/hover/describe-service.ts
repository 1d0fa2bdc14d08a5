import type { Analysis } from '../../analysis/analysis.ts';
import { bullets, code, codes, paragraphs, plain } from '../markdown.ts';

/** A product, with what it always brings. */
export function describeService({ catalog }: Analysis, id: string): string | undefined {
  const service = catalog.services.get(id);
  if (service === undefined) return undefined;
  return paragraphs(
    `**${plain(service.title)}** — ${code(id)}`,
    service.brings.length > 0
      ? `Always brings ${codes(service.brings.map(({ control }) => control))}`
      : undefined,
    factsOf(service.facts),
  );
}

function factsOf(facts: Readonly<Record<string, readonly string[]>>): string | undefined {
  const lines = Object.entries(facts).map(([name, values]) => `${code(name)}: ${codes(values)}`);
  return lines.length > 0 ? bullets(lines) : undefined;
}
