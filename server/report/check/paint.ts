import type { Severity } from '../../catalog/rule.ts';

/** Emphasis on a terminal; plain text elsewhere. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  severity(severity: Severity | 'error' | 'warning' | 'hint', text: string): string;
}

export const plain: Paint = {
  strong: (text) => text,
  faint: (text) => text,
  severity: (_severity, text) => text,
};

/** Colours by ANSI sequences, which every terminal of today knows. */
export const colourful: Paint = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
  severity: (severity, text) => `\u001b[${colours[severity]}m${text}\u001b[39m`,
};

const colours = {
  critical: '35',
  high: '31',
  medium: '33',
  low: '36',
  error: '31',
  warning: '33',
  hint: '36',
} as const;
