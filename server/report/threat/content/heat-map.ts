import type { Analysis } from '../../../analysis/analysis.ts';
import { editions, type Edition } from '../../../catalog/risk.ts';
import { capitalised } from './naming.ts';
import { sentence } from '../../../diagram/graph/words.ts';

/** `none`: nothing is asked there; `open`: nothing of what is asked is met. */
export type Heat = 'full' | 'part' | 'open' | 'none';

export interface HeatCell {
  readonly heat: Heat;
  readonly required: number;
  readonly met: number;
  readonly controls: readonly string[];
}

export interface HeatRow {
  readonly risk: string;
  readonly title: string;
  /** Ids by edition, without the year. */
  readonly owasp: Readonly<Record<Edition, readonly string[]>>;
  readonly cells: readonly HeatCell[];
}

export interface HeatMap {
  readonly zones: readonly string[];
  readonly rows: readonly HeatRow[];
}

const zones = ['user-interface', 'application', 'model', 'data', 'organization', 'environment', 'external'];

/** Every risk against every zone that the system has, in the order of the guidance. */
export function heatMapOf({ catalog, coverage }: Analysis): HeatMap {
  const used = zones.filter(
    (zone) => zone !== 'external' || coverage.matrix.some((cell) => cell.zone === zone),
  );
  const rows = [...catalog.risks.values()].map((risk): HeatRow => ({
    risk: risk.id,
    title: capitalised(risk.title),
    owasp: {
      '2023': risk.owasp['2023'].map(withoutYear),
      '2025': risk.owasp['2025'].map(withoutYear),
      '2026': risk.owasp['2026'].map(withoutYear),
    },
    cells: used.map((zone) => {
      const cell = coverage.matrix.find((one) => one.risk === risk.id && one.zone === zone);
      const { required = 0, met = 0, controls = [] } = cell ?? {};
      return { heat: heatOf(required, met), required, met, controls };
    }),
  }));
  return { zones: used.map(sentence), rows };
}

function heatOf(required: number, met: number): Heat {
  if (required === 0) return 'none';
  if (met === 0) return 'open';
  return met >= required ? 'full' : 'part';
}

function withoutYear(id: string): string {
  return editions.reduce((shorter, edition) => shorter.replace(`:${edition}`, ''), id);
}
