import type { Catalog, Framework } from './catalog.ts';
import type { Control } from './control.ts';
import type { Risk } from './risk.ts';
import type { Rule } from './rule.ts';
import type { Service } from './service.ts';

interface CompiledCatalog {
  readonly version: string;
  readonly risks: readonly Risk[];
  readonly controls: readonly Control[];
  readonly rules: readonly Rule[];
  readonly services: readonly Service[];
  readonly frameworks: readonly Framework[];
}

/** The catalog as one JSON text: the same catalog always gives the same text. */
export function compileCatalog(catalog: Catalog): string {
  const compiled: CompiledCatalog = {
    version: catalog.version,
    risks: [...catalog.risks.values()],
    controls: [...catalog.controls.values()],
    rules: [...catalog.rules.values()],
    services: [...catalog.services.values()],
    frameworks: [...catalog.frameworks.values()],
  };
  return JSON.stringify(compiled);
}

/** Reads back what `compileCatalog` wrote. */
export function parseCompiledCatalog(json: string): Catalog {
  // The door from JSON: only our own build writes this text, from checked entries.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const compiled = JSON.parse(json) as CompiledCatalog;
  return {
    version: compiled.version,
    risks: byId(compiled.risks),
    controls: byId(compiled.controls),
    rules: byId(compiled.rules),
    services: byId(compiled.services),
    frameworks: byId(compiled.frameworks),
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
