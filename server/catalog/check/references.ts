import type { Catalog } from '../catalog.ts';
import { reportProblem, type EntryReport, type FrameworkName, type Reference } from '../decode/decoder.ts';
import { unknownIdMessage } from '../decode/messages.ts';

export interface KnownIds {
  /** What stays in the catalog. */
  readonly kept: Catalog;
  /** Every id that some file gives an entry, faulty ones included. */
  readonly mentioned: Readonly<Record<'risk' | 'control' | 'service' | 'rule', ReadonlySet<string>>>;
}

/** Reports ids that name nothing, and entries that rest on one that was left out. */
export function checkReferences(report: EntryReport, known: KnownIds): void {
  for (const reference of report.references) {
    const message = fault(reference, known);
    if (message !== undefined) reportProblem(report, reference.span, message);
  }
}

function fault({ to, id, use }: Reference, { kept, mentioned }: KnownIds): string | undefined {
  switch (to) {
    case 'risk':
    case 'control':
    case 'service':
    case 'rule':
      if (!mentioned[to].has(id)) return unknownIdMessage(to, id, mentioned[to]);
      if (use === 'mentions' || keptOf(kept, to).has(id)) return undefined;
      return `the ${to} "${id}" was left out because of a problem of its own`;
    default:
      return frameworkFault(to, id, kept);
  }
}

function keptOf(kept: Catalog, to: 'risk' | 'control' | 'service' | 'rule'): ReadonlyMap<string, unknown> {
  switch (to) {
    case 'risk':
      return kept.risks;
    case 'control':
      return kept.controls;
    case 'service':
      return kept.services;
    case 'rule':
      return kept.rules;
  }
}

/** Ids of an outside list are checked where the catalog has that list. */
function frameworkFault(name: FrameworkName, id: string, kept: Catalog): string | undefined {
  const framework = kept.frameworks.get(name);
  if (framework === undefined || Object.hasOwn(framework.names, id)) return undefined;
  return unknownIdMessage(`id of ${framework.title} ${framework.version}`, id, Object.keys(framework.names));
}
