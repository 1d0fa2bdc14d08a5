import type { Analysis } from '../../analysis/analysis.ts';
import type { Control, Platform } from '../../catalog/control.ts';
import { bullets, code, codes, paragraphs, plain, prose, shortened } from '../markdown.ts';
import type { Owner } from '../slots/slot.ts';
import type { HoverOptions } from './hover.ts';

/** What a control is, how it is put in place on this system's platform, and how one sees that it is. */
export function describeControl(
  analysis: Analysis,
  id: string,
  options: HoverOptions,
  owner?: Owner,
): string | undefined {
  const control = analysis.catalog.controls.get(id);
  if (control === undefined) return undefined;
  const page =
    control.origin === 'bartizan'
      ? `[More on this control](${options.docsBase}/controls/${id}.md)`
      : undefined;
  return paragraphs(
    `**${prose(control.title)}** — ${control.assurance} ${control.kind}`,
    prose(control.summary),
    closesHere(analysis, id, owner),
    implementations(analysis, control),
    section('How to verify', control.verify.map(prose)),
    againstRisks(analysis, control.risks, options),
    notThisOne(control),
    page,
  );
}

/** Risks by their names, each with its ids in the chosen edition; of many the ids alone. */
export function againstRisks(
  { catalog }: Analysis,
  keys: readonly string[],
  { edition }: HoverOptions,
): string {
  const risks = keys.flatMap((key) => catalog.risks.get(key) ?? []);
  const ids = new Set(risks.flatMap(({ owasp }) => owasp[edition]));
  if (keys.length > fewRisks && ids.size > 0) return `Against ${codes([...ids].sort())}`;
  const names = risks.map(({ title, owasp }) => {
    const own = owasp[edition];
    return `${plain(title)}${own.length > 0 ? ` (${codes(own)})` : ''}`;
  });
  return `Against ${names.join(', ')}`;
}

const fewRisks = 3;

/** So many lines of each sort fit a popup; the page has them all. */
const mostLines = 3;

function section(title: string, lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : paragraphs(`**${title}**`, bullets(shortened(lines, mostLines)));
}

function closesHere(analysis: Analysis, id: string, owner: Owner | undefined): string | undefined {
  if (owner === undefined) return undefined;
  const answered = analysis.findings.filter(
    ({ element, status, missing }) =>
      status !== 'accepted' && element === owner.id && missing.some(({ controls }) => controls.includes(id)),
  );
  return answered.length === 0
    ? undefined
    : `Missing here: ${answered.map(({ title }) => plain(title)).join('; ')}`;
}

const platforms: Readonly<Record<string, readonly Platform[]>> = {
  aws: ['aws'],
  azure: ['azure'],
  'google-cloud': ['google-cloud'],
  'self-hosted': ['open-source'],
  mixed: ['aws', 'azure', 'google-cloud', 'open-source'],
};

const platformNames: Readonly<Record<Platform, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  'google-cloud': 'Google Cloud',
  'open-source': 'open source',
};

function implementations({ architecture }: Analysis, control: Control): string | undefined {
  const own = platforms[architecture.system.platform ?? 'mixed'] ?? [];
  const lines = own.flatMap((platform) =>
    control.implement[platform].map(({ service, how }) => {
      const where = own.length > 1 ? `${platformNames[platform]}: ` : '';
      return `${where}${prose(how)}${service === undefined ? '' : ` (${code(service)})`}`;
    }),
  );
  const [only] = own;
  const on = own.length === 1 && only !== undefined ? ` on ${platformNames[only]}` : '';
  return section(`How${on}`, lines);
}

function notThisOne({ notThisOne }: Control): string | undefined {
  const lines = Object.entries(notThisOne).map(([other, when]) => `${code(other)} ${prose(when)}`);
  return section('Rather', lines);
}
