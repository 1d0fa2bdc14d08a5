import type { Analysis } from '../../../analysis/analysis.ts';
import type { Finding, FindingStatus } from '../../../analysis/finding.ts';
import { shownSeverity } from '../../../analysis/severity.ts';
import type { Edition } from '../../../catalog/risk.ts';
import { severities, type Severity } from '../../../catalog/rule.ts';
import { owaspIds } from '../../check/check-json.ts';
import { chainOf, chainText } from './chain.ts';
import { capitalised, type NamedPlace, type Naming } from './naming.ts';

export interface RegisterEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly inherent: Severity;
  readonly status: FindingStatus;
  readonly confidence: Finding['confidence'];
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly at: NamedPlace;
  readonly line: number;
  readonly risks: readonly string[];
  readonly owasp: Readonly<Record<Edition, readonly string[]>>;
  readonly agentic: readonly string[];
  readonly because: readonly {
    readonly text: string;
    readonly assumed: boolean;
    readonly line: number | undefined;
  }[];
  readonly path: string | undefined;
  readonly morePaths: number;
  /** For each group that is not met, the titles of controls of which any one answers. */
  readonly missing: readonly (readonly { readonly id: string; readonly title: string }[])[];
  /** What to do where no control answers. */
  readonly instead: string;
  readonly closedBy: string | undefined;
}

/** All findings, accepted ones too: the worst first, then by place in the text. */
export function registerOf(analysis: Analysis, naming: Naming): readonly RegisterEntry[] {
  return analysis.findings
    .map((finding) => entryOf(analysis, naming, finding))
    .sort((a, b) => order(a) - order(b) || a.line - b.line);
}

function order({ severity, status }: RegisterEntry): number {
  return (status === 'accepted' ? severities.length : 0) - severities.indexOf(severity);
}

function entryOf(analysis: Analysis, naming: Naming, finding: Finding): RegisterEntry {
  const { catalog } = analysis;
  const rule = catalog.rules.get(finding.rule);
  const [path] = finding.paths;
  const { closedBy } = finding;
  return {
    id: finding.id,
    severity: shownSeverity(finding),
    inherent: finding.inherent,
    status: finding.status,
    confidence: finding.confidence,
    title: capitalised(finding.title),
    message: capitalised(finding.message),
    why: rule?.why ?? '',
    at: naming.place(finding.element),
    line: naming.line(finding.span),
    risks: finding.risks.map((risk) => catalog.risks.get(risk)?.title ?? risk),
    owasp: owaspIds(finding.risks, catalog),
    agentic: finding.agentic,
    because: finding.because.map(({ text, assumed, span }) => ({
      text,
      assumed,
      line: span === undefined ? undefined : naming.line(span),
    })),
    path: path === undefined ? undefined : chainText(chainOf(analysis, naming, path)),
    morePaths: finding.morePaths,
    missing: finding.missing.map(({ controls }) =>
      controls.map((id) => ({ id, title: catalog.controls.get(id)?.title ?? id })),
    ),
    instead: finding.missing.length === 0 ? (rule?.instead ?? '') : '',
    closedBy:
      closedBy === undefined ? undefined : `option "${closedBy.option}" ${closedBy.on ? 'on' : 'off'}`,
  };
}
