import type { Catalog } from '../../catalog/catalog.ts';
import { editions, type Risk } from '../../catalog/risk.ts';
import { bullets, code, codes, paragraphs, plain, prose } from '../markdown.ts';

/** A risk by its key, or by an OWASP id with or without its year: what each edition calls it. */
export function describeRisk({ risks }: Catalog, id: string): string | undefined {
  const found = [...risks.values()].filter((risk) => isCalled(risk, id));
  return found.length === 0 ? undefined : paragraphs(...found.map(describe));
}

function isCalled({ id, owasp }: Risk, name: string): boolean {
  const ids = editions.flatMap((edition) => owasp[edition]);
  return id === name || ids.some((own) => own === name || own.replace(/:\d{4}$/, '') === name);
}

function describe({ id, title, summary, owasp }: Risk): string {
  const lines = editions
    .filter((edition) => owasp[edition].length > 0)
    .map((edition) => `${edition}: ${codes(owasp[edition])}`);
  return paragraphs(`**${plain(title)}** — risk ${code(id)}`, prose(summary), bullets(lines));
}
