import type { Rule } from '../catalog/rule.ts';
import { activate } from '../model/activate.ts';
import type { Architecture } from '../model/architecture.ts';
import { controlStatements } from '../model/control-statements.ts';
import type { AnalysisOptions } from './analysis.ts';
import { buildScene } from './build-scene.ts';
import { buildControlIndex, type ControlIndex } from './controls/control-index.ts';
import { isAbout } from './coverage/suppose.ts';
import type { Finding } from './finding.ts';
import { judgeRules, type Judgement } from './judge-all.ts';
import { isOpen } from './judge/verdict.ts';
import type { Scene } from './scene.ts';

/** Names the switch that would close a finding, found by turning each one in turn. */
export function nameClosingSwitches(
  judgement: Judgement,
  architecture: Architecture,
  options: AnalysisOptions,
): readonly Finding[] {
  const { findings, scene } = judgement;
  if (findings.length === 0) return findings;
  const closing = new Map<string, { option: string; on: boolean }>();
  for (const [option, { on: standard }] of architecture.system.options) {
    const on = !(options.switches[option] ?? standard);
    const turned = activate(architecture, { ...options.switches, [option]: on });
    const setting = settingAfter(scene, architecture, option, turned);
    for (const { id, element } of closedIn(setting, findings, options.rulesOff)) {
      const placeStays = element === 'system' || hasPlace(turned, element);
      if (placeStays && !closing.has(id)) closing.set(id, { option, on });
    }
  }
  return findings.map((finding) => ({ ...finding, closedBy: closing.get(finding.id) }));
}

/** What rules look at once an option is turned, and which of them may fare otherwise then. */
interface Setting {
  readonly scene: Scene;
  readonly index: ControlIndex;
  readonly concerns: (rule: Rule) => boolean;
}

/** Where an option turns nothing but controls, the flow of data stays, and only rules that ask for them change. */
function settingAfter(
  scene: Scene,
  architecture: Architecture,
  option: string,
  turned: Architecture,
): Setting {
  const { catalog } = scene;
  const controls = new Set(
    [...controlStatements(architecture)]
      .filter(({ switches }) => switches.some((one) => one.option.text === option))
      .map(({ control }) => control),
  );
  const letsTrust = [...controls].some((control) => catalog.controls.get(control)?.raisesTrust === true);
  if (letsTrust || switchesParts(architecture, option)) {
    return { ...buildScene(turned, catalog, scene.assumptions), concerns: () => true };
  }
  const index = buildControlIndex(turned, catalog, scene.links);
  return { scene, index, concerns: (rule) => isAbout(rule, controls) };
}

function switchesParts(
  { boundaries, identities, elements, data, flows }: Architecture,
  option: string,
): boolean {
  return [boundaries, identities, elements, data, flows].some((parts) =>
    [...parts.values()].some(({ switches }) => switches.some((one) => one.option.text === option)),
  );
}

/** Findings that are gone in the setting. */
function closedIn(
  { scene, index, concerns }: Setting,
  findings: readonly Finding[],
  rulesOff: readonly string[],
): readonly Finding[] {
  const { rules } = scene.catalog;
  const withStronger = (rule: Rule): readonly Rule[] => [
    rule,
    ...rule.unless.filter((id) => !rulesOff.includes(id)).flatMap((id) => rules.get(id) ?? []),
  ];
  const asked = [...new Set(findings.map(({ rule }) => rule))]
    .flatMap((id) => rules.get(id) ?? [])
    .filter((rule) => withStronger(rule).some(concerns));
  if (asked.length === 0) return [];
  const { verdicts } = judgeRules(scene, index, [...new Set(asked.flatMap(withStronger))]);
  const still = new Set(verdicts.filter(isOpen).map(({ rule, place }) => `${rule.id}@${place}`));
  const ids = new Set(asked.map(({ id }) => id));
  return findings.filter(({ rule, id }) => ids.has(rule) && !still.has(id));
}

function hasPlace(architecture: Architecture, id: string): boolean {
  return (
    architecture.elements.has(id) ||
    architecture.boundaries.has(id) ||
    architecture.flows.some((flow) => flow.id === id)
  );
}
