import type { Severity } from '../../catalog/rule.ts';

export type ThemeName = 'editor' | 'light' | 'dark' | 'high-contrast';

type ZoneName =
  'user-interface' | 'application' | 'model' | 'data' | 'organization' | 'environment' | 'external' | 'none';

/** Colours by what they mean, as CSS values; strengths as numbers. */
export interface Theme {
  readonly canvas: string;
  /** Inside nodes. */
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly outline: string;
  readonly flow: string;
  readonly untrusted: string;
  readonly unencrypted: string;
  readonly control: string;
  readonly missing: string;
  readonly onSeverity: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly zone: Readonly<Record<ZoneName, string>>;
  /** How strongly a zone tints what lies in it; nothing where contrast matters more. */
  readonly tint: number;
  readonly ghost: number;
  /** What all strokes are multiplied with. */
  readonly stroke: number;
}

export function themeOf(name: ThemeName): Theme {
  return themes[name];
}

export function zoneColour(theme: Theme, zone: string | undefined): string {
  return Object.entries(theme.zone).find(([name]) => name === zone)?.[1] ?? theme.zone.none;
}

const light: Theme = {
  canvas: '#ffffff',
  surface: '#ffffff',
  ink: '#1b2430',
  muted: '#566273',
  outline: '#4a5666',
  flow: '#4a5666',
  untrusted: '#c2410c',
  unencrypted: '#b42318',
  control: '#0f7b4f',
  missing: '#b42318',
  onSeverity: '#ffffff',
  severity: { critical: '#a3123f', high: '#cf3a12', medium: '#946200', low: '#3568a8' },
  zone: {
    'user-interface': '#1d64c8',
    application: '#0b7a75',
    model: '#7a3fc4',
    data: '#8a6100',
    organization: '#a03273',
    environment: '#5b6675',
    external: '#8c3b2a',
    none: '#5b6675',
  },
  tint: 0.055,
  ghost: 0.5,
  stroke: 1,
};

const dark: Theme = {
  canvas: '#171b21',
  surface: '#222831',
  ink: '#e8edf3',
  muted: '#a3aebc',
  outline: '#8b98a8',
  flow: '#9aa6b5',
  untrusted: '#ff9d57',
  unencrypted: '#ff8072',
  control: '#4cc38a',
  missing: '#ff8072',
  onSeverity: '#14181d',
  severity: { critical: '#ff6d94', high: '#ff8f5e', medium: '#e5b53b', low: '#7fb2f0' },
  zone: {
    'user-interface': '#6ea8fe',
    application: '#4fc4bd',
    model: '#bb95f5',
    data: '#d9b24c',
    organization: '#e58abf',
    environment: '#9aa6b5',
    external: '#e39482',
    none: '#9aa6b5',
  },
  tint: 0.07,
  ghost: 0.5,
  stroke: 1,
};

const highContrast: Theme = {
  canvas: '#000000',
  surface: '#000000',
  ink: '#ffffff',
  muted: '#ffffff',
  outline: '#ffffff',
  flow: '#ffffff',
  untrusted: '#ffb000',
  unencrypted: '#ff8a80',
  control: '#3df58f',
  missing: '#ff8a80',
  onSeverity: '#000000',
  severity: { critical: '#ff7a9c', high: '#ff9b45', medium: '#ffe14d', low: '#8cc8ff' },
  zone: {
    'user-interface': '#8cc8ff',
    application: '#5ff0e0',
    model: '#d9b3ff',
    data: '#ffe14d',
    organization: '#ffa6dd',
    environment: '#ffffff',
    external: '#ffb199',
    none: '#ffffff',
  },
  tint: 0,
  ghost: 0.75,
  stroke: 1.35,
};

/** Follows the editor it is shown in; the light colours stand where it says nothing. */
const editor: Theme = {
  ...light,
  canvas: by('canvas', '--vscode-editor-background', light.canvas),
  surface: by('surface', '--vscode-editorWidget-background', light.surface),
  ink: by('ink', '--vscode-editor-foreground', light.ink),
  muted: by('muted', '--vscode-descriptionForeground', light.muted),
  outline: by('outline', '--vscode-foreground', light.outline),
  flow: by('flow', '--vscode-descriptionForeground', light.flow),
  untrusted: by('untrusted', '--vscode-charts-orange', light.untrusted),
  unencrypted: by('unencrypted', '--vscode-charts-red', light.unencrypted),
  control: by('control', '--vscode-charts-green', light.control),
  missing: by('missing', '--vscode-charts-red', light.missing),
  onSeverity: by('on-severity', '--vscode-editor-background', light.onSeverity),
  severity: {
    critical: by('critical', '--vscode-errorForeground', light.severity.critical),
    high: by('high', '--vscode-charts-orange', light.severity.high),
    medium: by('medium', '--vscode-charts-yellow', light.severity.medium),
    low: by('low', '--vscode-charts-blue', light.severity.low),
  },
  zone: {
    'user-interface': by('zone-user-interface', '--vscode-charts-blue', light.zone['user-interface']),
    application: by('zone-application', '--vscode-charts-green', light.zone.application),
    model: by('zone-model', '--vscode-charts-purple', light.zone.model),
    data: by('zone-data', '--vscode-charts-yellow', light.zone.data),
    organization: by('zone-organization', '--vscode-charts-foreground', light.zone.organization),
    environment: by('zone-environment', '--vscode-descriptionForeground', light.zone.environment),
    external: by('zone-external', '--vscode-charts-red', light.zone.external),
    none: by('zone-none', '--vscode-descriptionForeground', light.zone.none),
  },
};

const themes: Readonly<Record<ThemeName, Theme>> = { editor, light, dark, 'high-contrast': highContrast };

function by(own: string, ofEditor: string, otherwise: string): string {
  return `var(--bartizan-${own}, var(${ofEditor}, ${otherwise}))`;
}
