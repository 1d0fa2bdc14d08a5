import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf, type Loudness, type Mark } from '../features/diagnostics.ts';
import type { ClientOffer } from './client-offer.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';
import type { Descriptor } from './workspace.ts';

const source = 'bartizan';

/** So many related places are shown: more are read by nobody. */
const mostRelated = 20;

export function marksOf(session: Session, { analysis, judge }: Descriptor): readonly Mark[] {
  const { severity } = judge.settings;
  const { yamlCheckedElsewhere } = session.surroundings();
  return diagnosticsOf(analysis, { severity, yamlCheckedElsewhere });
}

export function toDiagnostic(offer: ClientOffer, { uri, document }: Descriptor, mark: Mark): Diagnostic {
  const { code, message, related } = mark;
  const href = pageOf(offer, mark);
  const places = related.slice(0, mostRelated).map(({ text, span }) => ({
    location: { uri, range: toRange(document, span) },
    message: text,
  }));
  return {
    range: toRange(document, mark.span),
    severity: severityOf(mark.loudness),
    source,
    code,
    message,
    ...(href !== undefined && offer.codeDescription ? { codeDescription: { href } } : {}),
    ...(places.length > 0 && offer.relatedInformation ? { relatedInformation: places } : {}),
    ...('finding' in mark.target && offer.dataInDiagnostics ? { data: mark.target.finding.id } : {}),
  };
}

/** The page of a rule of ours; problems are explained where the language is. */
function pageOf({ docsBase }: ClientOffer, { target }: Mark): string | undefined {
  if ('problem' in target) return `${docsBase}/descriptor-reference.md`;
  const { rule, origin } = target.finding;
  return origin === 'bartizan' ? `${docsBase}/rules/${rule}.md` : undefined;
}

function severityOf(loudness: Loudness): DiagnosticSeverity {
  switch (loudness) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}
