import type { Analysis } from '../../analysis/analysis.ts';
import { mayStandAt } from '../../analysis/controls/sites.ts';
import type { ControlSite, Finding } from '../../analysis/finding.ts';
import { zoneOf } from '../../model/containment.ts';
import { statuses } from '../../model/vocabulary/section-keys.ts';
import { daysAfter } from '../days.ts';
import type { Owner, Slot } from '../slots/slot.ts';
import type { Drafts } from './complete.ts';
import type { Hole } from './hole.ts';
import { choice, type Draft } from './suggestion.ts';

/**
 * Controls that answer a finding here; where none does, those that are at home in the zone. Any other that may stand
 * here comes once something is typed.
 */
export function suggestControls(
  analysis: Analysis,
  { owner, among }: Slot & { readonly type: 'control' },
  hole: Hole,
): Drafts {
  const written = new Set(
    among.type === 'map'
      ? among.entries.map(({ key }) => key.text)
      : among.items.flatMap((item) => (item.type === 'scalar' ? [item.text] : [])),
  );
  const site = siteOf(owner);
  const answered = answersAt(analysis, site);
  const draft = (id: string): Draft => ({
    label: id,
    kind: 'control',
    detail: reasonFor(answered.get(id)) ?? analysis.catalog.controls.get(id)?.title,
    doc: { type: 'control', name: id },
    snippet: among.type === 'list' || hole.colonFollows ? id : `${id}: ${choice(1, shortStatuses)}$0`,
  });
  const missing = [...answered.keys()].filter((id) => !written.has(id));
  missing.sort((a, b) => (answered.get(b)?.length ?? 0) - (answered.get(a)?.length ?? 0));
  const hasTyped = hole.typed !== '';
  const zone = zoneOfSite(analysis, site);
  const others = [...analysis.catalog.controls.values()]
    .filter(({ id }) => !written.has(id) && !answered.has(id))
    .filter(({ zones }) => hasTyped || (missing.length === 0 && zones[0] === zone))
    .filter((control) => mayStandAt(analysis.architecture, control, site))
    .map(({ id }) => id);
  return { drafts: [...missing, ...others].map(draft), incomplete: !hasTyped };
}

/** Flows are at home where they arrive, the system in the organisation. */
function zoneOfSite({ architecture }: Analysis, { section, id = '' }: ControlSite): string | undefined {
  if (section === 'system') return 'organization';
  if (section === 'boundaries') return architecture.boundaries.get(id)?.zone;
  const target = section === 'flows' ? architecture.flows.find((flow) => flow.id === id)?.to.text : id;
  const element = architecture.elements.get(target ?? '');
  return element === undefined ? undefined : zoneOf(architecture, element);
}

/** Those that need no reason, the commonest first. */
const shortStatuses: readonly string[] = ['implemented', 'planned', 'partial', 'absent'];

export function suggestStatuses({ options }: Analysis, _hole: Hole): readonly Draft[] {
  const due = daysAfter(options.today, 90);
  const long: readonly Draft[] = [
    {
      label: 'planned, by whom and when',
      kind: 'pattern',
      snippet: `{ status: planned, owner: \${1:name@example.com}, due: \${2:${due}}$3 }$0`,
    },
    {
      label: 'implemented, with evidence',
      kind: 'pattern',
      snippet: '{ status: implemented, by: ${1:platform:product}, evidence: ${2:path}$3 }$0',
    },
    {
      label: 'inherited, from whom',
      kind: 'pattern',
      snippet: '{ status: inherited, by: ${1:platform:product}$2 }$0',
    },
    { label: 'ineffective, why', kind: 'pattern', snippet: '{ status: ineffective, reason: ${1:why}$2 }$0' },
    {
      label: 'not applicable, why',
      kind: 'pattern',
      snippet: '{ status: not-applicable, reason: ${1:why}$2 }$0',
    },
  ];
  const short = statuses.map(({ name, doc }): Draft => ({ label: name, kind: 'word', doc, snippet: name }));
  return [...short, ...long];
}

function siteOf(owner: Owner): ControlSite {
  switch (owner.section) {
    case 'boundaries':
    case 'actors':
    case 'components':
    case 'flows':
      return { section: owner.section, id: owner.id };
    default:
      return { section: 'system', id: undefined };
  }
}

/** Controls with the findings that they would answer at a place. */
function answersAt(analysis: Analysis, site: ControlSite): ReadonlyMap<string, readonly Finding[]> {
  const answers = new Map<string, Finding[]>();
  for (const finding of analysis.findings) {
    if (finding.status === 'accepted') continue;
    for (const { controls, sites } of finding.missing) {
      if (!sites.some(({ section, id }) => section === site.section && id === site.id)) continue;
      for (const id of controls) {
        const control = analysis.catalog.controls.get(id);
        if (control === undefined || !mayStandAt(analysis.architecture, control, site)) continue;
        answers.set(id, [...(answers.get(id) ?? []), finding]);
      }
    }
  }
  return answers;
}

function reasonFor(findings: readonly Finding[] | undefined): string | undefined {
  const [first] = findings ?? [];
  if (findings === undefined || first === undefined) return undefined;
  const closed = findings.filter(({ missing }) => missing.length === 1).length;
  if (closed > 1) return `closes ${closed} findings`;
  return closed === 1 ? `closes: ${first.title}` : `part of: ${first.title}`;
}
