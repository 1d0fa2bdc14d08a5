import type { Framework } from './catalog.ts';
import type { CatalogProblem } from './catalog-problem.ts';
import type { Control } from './control.ts';
import { createEntryReport, reportProblem, type Decoder, type EntryReport } from './decode/decoder.ts';
import type { Collection } from './file-place.ts';
import type { FoundEntry } from './find-entries.ts';
import { controlKeys, controlZones } from './keys/control-keys.ts';
import { frameworkKeys } from './keys/framework-keys.ts';
import { overrideKeys, type RuleOverride } from './keys/override-keys.ts';
import { riskKeys } from './keys/risk-keys.ts';
import { ruleKeys } from './keys/rule-keys.ts';
import { serviceId, serviceKeys } from './keys/service-keys.ts';
import type { Risk } from './risk.ts';
import type { Rule } from './rule.ts';
import type { Service } from './service.ts';
import { unknownWordMessage } from './decode/messages.ts';

/** An entry with what was found while it was read. Without a value it was too broken to be read. */
export interface DecodedEntry<T> {
  readonly found: FoundEntry;
  readonly value: T | undefined;
  readonly report: EntryReport;
}

export interface DecodedEntries {
  readonly frameworks: readonly DecodedEntry<Framework>[];
  readonly risks: readonly DecodedEntry<Risk>[];
  readonly controls: readonly DecodedEntry<Control>[];
  readonly services: readonly DecodedEntry<Service>[];
  readonly rules: readonly DecodedEntry<Rule>[];
  readonly overrides: readonly DecodedEntry<RuleOverride>[];
  /** Second entries of one id. */
  readonly problems: readonly CatalogProblem[];
}

export function decodeEntries(found: readonly FoundEntry[], origin: string): DecodedEntries {
  const problems: CatalogProblem[] = [];
  const firsts = withoutDuplicates(found, problems);
  const of = (collection: Collection): readonly FoundEntry[] =>
    firsts.filter((entry) => entry.collection === collection);
  return {
    frameworks: of('frameworks').map((entry) =>
      decode(entry, kebabCase, frameworkKeys, (framework) => ({ id: entry.id, ...framework })),
    ),
    risks: of('risks').map((entry) =>
      decode(entry, kebabCase, riskKeys, (risk) => ({ id: entry.id, ...risk })),
    ),
    controls: of('controls').map((entry) => decodeControl(entry, origin)),
    services: of('services').map((entry) =>
      decode(entry, serviceId, serviceKeys, (service) => ({ id: entry.id, ...service, origin })),
    ),
    rules: of('rules').map((entry) => decodeRule(entry, origin)),
    overrides: of('overrides').map((entry) => decode(entry, kebabCase, overrideKeys, (override) => override)),
    problems,
  };
}

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function withoutDuplicates(found: readonly FoundEntry[], problems: CatalogProblem[]): readonly FoundEntry[] {
  const firsts = new Map<string, FoundEntry>();
  for (const entry of found) {
    const name = `${entry.collection} ${entry.id}`;
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, entry);
      continue;
    }
    const message = `"${entry.id}" stands twice among the ${entry.collection}; the first is in ${first.path}`;
    problems.push({ path: entry.path, span: entry.head, message });
  }
  return [...firsts.values()];
}

function decode<T, U>(
  found: FoundEntry,
  id: RegExp,
  decoder: Decoder<T>,
  complete: (value: T, report: EntryReport) => U | undefined,
): DecodedEntry<U> {
  const report = createEntryReport();
  if (!id.test(found.id) || found.id.length > 64) {
    reportProblem(
      report,
      found.head,
      `"${found.id}" is not an id of the ${found.collection}: ${idAdvice(found)}`,
    );
  }
  const read = decoder.decode(found.node, report);
  const value = read === undefined ? undefined : complete(read, report);
  return { found, value, report };
}

function idAdvice({ collection }: FoundEntry): string {
  return collection === 'services'
    ? 'platform:product in kebab-case, of the platforms aws, azure, google-cloud, oss, saas'
    : 'kebab-case, at most 64 characters';
}

function decodeControl(found: FoundEntry, origin: string): DecodedEntry<Control> {
  return decode(found, kebabCase, controlKeys, (control, report) => {
    const home = control.zones[0];
    if (found.folder !== undefined && home !== found.folder) {
      reportProblem(
        report,
        found.head,
        `the folder says "${found.folder}", the first of the zones is "${home ?? ''}"`,
      );
    }
    return { id: found.id, ...control, origin };
  });
}

function decodeRule(found: FoundEntry, origin: string): DecodedEntry<Rule> {
  return decode(found, kebabCase, ruleKeys, (rule, report) => {
    const zone = rule.zone ?? found.folder;
    if (zone === undefined) {
      reportProblem(report, found.head, 'a rule needs "zone" where no folder names it');
      return undefined;
    }
    if (!controlZones.includes(zone)) {
      reportProblem(report, found.head, unknownWordMessage('zone of a folder', zone, controlZones));
    }
    if (found.folder !== undefined && found.folder !== zone) {
      reportProblem(report, found.head, `the folder says "${found.folder}", the key "zone" says "${zone}"`);
    }
    return { id: found.id, ...rule, zone, origin };
  });
}
