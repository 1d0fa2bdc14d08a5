import { editions } from '../../../catalog/risk.ts';
import { code, md, table } from '../../markup/markdown.ts';
import { chainText } from '../content/chain.ts';
import type { ThreatReport } from '../content/threat-report.ts';
import { placeMd } from './place-md.ts';

export function coverageParts({ heatMap, depth, singlePoints, functions }: ThreatReport): readonly string[] {
  return [
    '## Coverage by risk and trust boundary',
    'How many of the requirements that apply in a zone are met.',
    table(
      ['Risk', ...editions, ...heatMap.zones],
      heatMap.rows.map(({ title, owasp, cells }) => [
        md(title),
        ...editions.map((year) => owasp[year].join(' ') || '–'),
        ...cells.map(({ heat, met, required }) => (heat === 'none' ? '·' : `${met}/${required}`)),
      ]),
    ),
    '## Layers of defence',
    'For each risk, the independent layers on the weakest way from an entry to what it threatens.',
    table(
      ['Risk', 'Layers', 'Weakest path', 'Stands on it', 'Inherent', 'Residual'],
      depth.map(({ title, layers, weakest, controls, inherent, residual }) => [
        md(title),
        String(layers),
        weakest === undefined ? '–' : code(chainText(weakest)),
        controls.map((control) => `${md(control.title)} at ${placeMd(control.at)}`).join('; ') || '–',
        inherent,
        residual,
      ]),
    ),
    '## Single points of failure',
    singlePoints.length === 0
      ? 'No finding would open because one control fails.'
      : table(
          ['Control', 'At', 'Would open'],
          singlePoints.map(({ title, at, opens }) => [
            md(title),
            placeMd(at),
            opens.map((one) => `${one.severity}: ${md(one.title)} at ${placeMd(one.at)}`).join('<br>'),
          ]),
        ),
    '## NIST CSF 2.0 functions',
    table(
      ['Function', 'In place', 'Controls', 'Zones'],
      functions.map(({ id, name, controls, zones }) => [
        `${md(name)} (${id})`,
        String(controls.length),
        controls.map(md).join(', ') || '–',
        zones.map(md).join(', ') || '–',
      ]),
    ),
  ];
}
