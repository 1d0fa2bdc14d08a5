import type { Finding } from '../../analysis/finding.ts';
import { shownSeverity } from '../../analysis/severity.ts';
import { severities, type Severity } from '../../catalog/rule.ts';

/** Findings that were there when the baseline was written, by id, with the severity they had. */
export type KnownFindings = ReadonlyMap<string, Severity>;

/** What a system had when Bartizan was adopted, by file. */
export type Baseline = ReadonlyMap<string, KnownFindings>;

interface Described {
  readonly file: string;
  readonly findings: readonly Finding[];
}

const version = 1;

/** A finding that has become more severe than it was counts as new. */
export function isKnown(known: KnownFindings | undefined, finding: Finding): boolean {
  const before = known?.get(finding.id);
  return before !== undefined && severities.indexOf(shownSeverity(finding)) <= severities.indexOf(before);
}

/** The baseline as a text to be committed: sorted, one finding a line, so that its difference can be read. */
export function renderBaseline(described: readonly Described[]): string {
  const files = described
    .toSorted((a, b) => order(a.file, b.file))
    .map(({ file, findings }): [string, Record<string, Severity>] => [
      file,
      Object.fromEntries(
        findings
          .filter((finding) => finding.status !== 'accepted')
          .map((finding) => [finding.id, shownSeverity(finding)] as const)
          .sort(([a], [b]) => order(a, b)),
      ),
    ]);
  return `${JSON.stringify({ baseline: version, files: Object.fromEntries(files) }, undefined, 2)}\n`;
}

/** Reads a baseline; gives the reason where it is none. */
export function parseBaseline(text: string): Baseline | { readonly fault: string } {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { fault: 'it is not JSON' };
  }
  if (!isMap(read) || read.baseline === undefined) return { fault: 'it is not a baseline of Bartizan' };
  if (read.baseline !== version) return { fault: 'it is of a version that this Bartizan does not know' };
  if (!isMap(read.files)) return { fault: 'it has no "files"' };
  return new Map(Object.entries(read.files).map(([file, findings]) => [file, readKnown(findings)]));
}

function readKnown(findings: unknown): KnownFindings {
  const known = new Map<string, Severity>();
  for (const [id, word] of Object.entries(isMap(findings) ? findings : {})) {
    const severity = severities.find((one) => one === word);
    if (severity !== undefined) known.set(id, severity);
  }
  return known;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
