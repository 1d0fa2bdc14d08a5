import fs from 'node:fs';
import path from 'node:path';
import { buildGraph } from '../../server/diagram/graph/build-graph.ts';
import type { Subject } from '../../server/diagram/graph/subject.ts';
import type { GraphOptions } from '../../server/diagram/graph/view.ts';
import { renderMermaid } from '../../server/diagram/mermaid/render-mermaid.ts';
import type { LayoutOptions } from '../../server/diagram/place/elk-graph.ts';
import { layout } from '../../server/diagram/place/layout.ts';
import { renderSvg, type SvgOptions } from '../../server/diagram/svg/render-svg.ts';
import { engine } from '../support/diagram-engine.ts';
import { subjectOf, type FindingAt } from '../support/diagram-input.ts';
import { assertGolden } from '../support/golden.ts';

const examples = path.join(import.meta.dirname, '../../examples');
const golden = path.join(import.meta.dirname, '../golden/diagram');

const claimsFindings: readonly FindingAt[] = [
  { at: 'planner', severity: 'critical' },
  { at: 'planner', severity: 'high' },
  { at: 'upload', severity: 'high' },
  { at: 'portal', severity: 'medium' },
  { at: 'bank', severity: 'low' },
  { at: 'payments', severity: 'high', status: 'accepted' },
  { at: 'mail-in', severity: 'critical' },
  { at: 'backend', severity: 'high' },
  { at: 'account', severity: 'medium' },
  { at: 'vectors', severity: 'medium', status: 'planned' },
  { at: 'system', severity: 'high' },
];

describe('the pictures', () => {
  for (const file of fs.readdirSync(examples).filter((name) => name.endsWith('.genai.yaml'))) {
    it(`of ${file}`, async () => {
      const subject = subjectOf(fs.readFileSync(path.join(examples, file), 'utf8'));
      const name = file.replace('.genai.yaml', '');
      assertGolden(`diagram/${name}.svg`, await picture(subject));
      assertGolden(`diagram/${name}.mmd`, renderMermaid(buildGraph(subject)));
    });
  }

  const claims = subjectOf(
    fs.readFileSync(path.join(golden, 'claims-assistant.genai.yaml'), 'utf8'),
    claimsFindings,
  );
  const looks: readonly (readonly [string, Look])[] = [
    ['light', {}],
    ['dark', { svg: { theme: 'dark', frame: 'sheet' } }],
    ['high-contrast', { svg: { theme: 'high-contrast', frame: 'sheet' } }],
    ['editor-bare', { svg: { theme: 'editor', frame: 'bare' } }],
    ['down', { layout: { profile: 'careful', direction: 'down' } }],
    ['fast', { layout: { profile: 'fast', direction: 'right' } }],
    ['collapsed', { graph: { collapsed: ['backend', 'data'] } }],
    ['focus', { graph: { focus: { type: 'element', id: 'planner' } } }],
  ];
  for (const [name, look] of looks) {
    it(`of the claims assistant, ${name}`, async () => {
      assertGolden(`diagram/claims-assistant-${name}.svg`, await picture(claims, look));
    });
  }

  it('of the claims assistant in Mermaid', () => {
    assertGolden('diagram/claims-assistant.mmd', renderMermaid(buildGraph(claims)));
  });
});

interface Look {
  readonly graph?: GraphOptions;
  readonly layout?: LayoutOptions;
  readonly svg?: SvgOptions;
}

async function picture(subject: Subject, look: Look = {}): Promise<string> {
  const placed = await layout(buildGraph(subject, look.graph), engine, look.layout);
  return renderSvg(placed, look.svg ?? { theme: 'light', frame: 'sheet' });
}
