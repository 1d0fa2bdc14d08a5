import type { Analysis } from '../../../analysis/analysis.ts';
import { mayStandAt } from '../../../analysis/controls/sites.ts';
import type { Finding } from '../../../analysis/finding.ts';
import { shownSeverity } from '../../../analysis/severity.ts';
import type { Control, Effort, Platform } from '../../../catalog/control.ts';
import { severities, type Severity } from '../../../catalog/rule.ts';
import { platformName, type NamedPlace, type Naming } from './naming.ts';

export interface NeededControl {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly effort: Effort;
  readonly assurance: Control['assurance'];
  /** The worst finding that it would answer. */
  readonly severity: Severity;
  readonly at: readonly NamedPlace[];
  /** Ids of the findings for which it is the first answer. */
  readonly findings: readonly string[];
  readonly instead: readonly string[];
  readonly implement: readonly {
    readonly platform: string;
    readonly service: string | undefined;
    readonly how: string;
  }[];
  readonly verify: readonly string[];
}

interface Need {
  readonly control: Control;
  readonly findings: Finding[];
  readonly places: Set<string>;
  readonly others: Set<string>;
}

/** The first answer to every open group, with how to put it in place on the system's own platform. */
export function neededControlsOf(analysis: Analysis, naming: Naming): readonly NeededControl[] {
  const needs = new Map<string, Need>();
  for (const finding of analysis.findings) {
    if (finding.status === 'accepted') continue;
    for (const { controls, sites } of finding.missing) {
      const [first, ...others] = controls;
      const control = analysis.catalog.controls.get(first ?? '');
      if (control === undefined) continue;
      const need = needs.get(control.id) ?? { control, findings: [], places: new Set(), others: new Set() };
      needs.set(control.id, need);
      if (!need.findings.includes(finding)) need.findings.push(finding);
      const site = sites.find((one) => mayStandAt(analysis.active, control, one));
      need.places.add(site === undefined ? finding.element : (site.id ?? 'system'));
      for (const other of others) need.others.add(analysis.catalog.controls.get(other)?.title ?? other);
    }
  }
  return [...needs.values()]
    .map((need) => describe(analysis, naming, need))
    .sort(
      (a, b) =>
        severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
        b.findings.length - a.findings.length,
    );
}

function describe(
  analysis: Analysis,
  naming: Naming,
  { control, findings, places, others }: Need,
): NeededControl {
  const ranks = findings.map((finding) => severities.indexOf(shownSeverity(finding)));
  return {
    id: control.id,
    title: control.title,
    summary: control.summary,
    effort: control.effort,
    assurance: control.assurance,
    severity: severities[Math.max(...ranks)] ?? 'low',
    at: [...places].map(naming.place),
    findings: findings.map(({ id }) => id),
    instead: [...others],
    implement: waysOn(control, analysis.active.system.platform, analysis),
    verify: control.verify,
  };
}

/** On the platform of the system; all ways where it has none or a mixed one, or where that platform has no way. */
function waysOn(
  control: Control,
  platform: string | undefined,
  { catalog }: Analysis,
): NeededControl['implement'] {
  const own: Platform | undefined =
    platform === 'aws' || platform === 'azure' || platform === 'google-cloud'
      ? platform
      : platform === 'self-hosted'
        ? 'open-source'
        : undefined;
  const all: readonly Platform[] = ['aws', 'azure', 'google-cloud', 'open-source'];
  const wanted = own !== undefined && control.implement[own].length > 0 ? [own] : all;
  return wanted.flatMap((id) =>
    control.implement[id].map(({ service, how }) => ({
      platform: platformName(id),
      service: service === undefined ? undefined : (catalog.services.get(service)?.title ?? service),
      how,
    })),
  );
}
