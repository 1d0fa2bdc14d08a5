import { severities, type Severity } from '../catalog/rule.ts';
import { editions, type Edition } from '../catalog/risk.ts';
import { usualSeverity, type Loudness, type MarkOptions } from '../features/diagnostics.ts';
import { isRecord } from './record.ts';

/** What the user decides, for one folder of the workspace. */
export interface Settings {
  readonly edition: Edition;
  readonly assumptions: boolean;
  readonly rulesOff: readonly string[];
  readonly severity: MarkOptions['severity'];
  /** Folders and files of the organisation's catalogs, relative to the folder. */
  readonly catalogs: readonly string[];
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
}

export const usualSettings: Settings = {
  edition: '2025',
  assumptions: true,
  rulesOff: [],
  severity: usualSeverity,
  catalogs: ['.bartizan/catalog'],
  codeLens: false,
  inlayHints: true,
};

/** The section `bartizan` of somebody's configuration; what is missing or makes no sense is as usual. */
export function readSettings(section: unknown): Settings {
  const said = isRecord(section) ? section : {};
  return {
    edition: editions.find((edition) => edition === said.edition) ?? usualSettings.edition,
    assumptions: readBoolean(said.assumptions, usualSettings.assumptions),
    rulesOff: readTexts(said.rulesOff, usualSettings.rulesOff),
    severity: readSeverity(said.severity),
    catalogs: readTexts(said.catalogs, usualSettings.catalogs),
    codeLens: readBoolean(said.codeLens, usualSettings.codeLens),
    inlayHints: readBoolean(said.inlayHints, usualSettings.inlayHints),
  };
}

function readBoolean(value: unknown, usual: boolean): boolean {
  return typeof value === 'boolean' ? value : usual;
}

function readTexts(value: unknown, usual: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : usual;
}

const loudnesses: readonly (Loudness | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

function readSeverity(value: unknown): MarkOptions['severity'] {
  const said = isRecord(value) ? value : {};
  const shown: Record<Severity, Loudness | 'off'> = { ...usualSeverity };
  for (const severity of severities) {
    shown[severity] = loudnesses.find((loudness) => loudness === said[severity]) ?? usualSeverity[severity];
  }
  return shown;
}
