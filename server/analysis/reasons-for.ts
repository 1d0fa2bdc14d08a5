import type { ControlStatement, Flow } from '../model/architecture.ts';
import { controlStatements } from '../model/control-statements.ts';
import { kindInWords } from './facts/derived-element-fact.ts';
import type { Reason } from './finding.ts';
import type { Evidence } from './match/evidence.ts';
import type { Verdict } from './judge/verdict.ts';
import type { Scene } from './scene.ts';
import type { Weight } from './severity.ts';

/** All statements about each control, in the order of the file. */
export type StatementsByControl = ReadonlyMap<string, readonly ControlStatement[]>;

export function statementsByControl(scene: Scene): StatementsByControl {
  const stated = new Map<string, ControlStatement[]>();
  for (const statement of controlStatements(scene.architecture)) {
    const known = stated.get(statement.control);
    if (known === undefined) stated.set(statement.control, [statement]);
    else known.push(statement);
  }
  return stated;
}

/** Why a finding is raised: what makes the rule apply, what is said of the missing controls, what moves the severity. */
export function reasonsFor(
  scene: Scene,
  verdict: Verdict,
  stated: StatementsByControl,
  weight: Weight,
): readonly Reason[] {
  return distinct([
    ...tellingFirst(scene, verdict),
    ...statements(scene, verdict, stated),
    ...weight.because,
  ]);
}

/** What something is by its kind explains little: it comes last, and the place itself shows its kind in the text. */
function tellingFirst(scene: Scene, { evidence, place }: Verdict): Evidence {
  const isKind = (reason: Reason): boolean => {
    const element = scene.architecture.elements.get(reason.place);
    return element !== undefined && reason.text === kindInWords(element);
  };
  const telling = evidence.filter((reason) => !isKind(reason));
  const kinds = evidence.filter(isKind);
  const others = kinds.filter((reason) => reason.place !== place);
  return telling.length === 0 ? kinds : [...telling, ...others];
}

/** What is said about the missing controls: that one is planned, looked for in vain, does not work, or stands elsewhere. */
function statements(scene: Scene, verdict: Verdict, stated: StatementsByControl): readonly Reason[] {
  const wanted = new Set(
    verdict.groups.filter((group) => group.state !== 'met').flatMap((group) => group.requirement.anyOf),
  );
  const about = new Set<string>(['system', verdict.place, verdict.target ?? '', verdict.flow?.id ?? '']);
  for (const id of [verdict.place, verdict.target ?? '']) {
    for (const boundary of scene.links.around(id)) about.add(boundary.id);
  }
  const beside = standingBeside(scene, verdict);
  return [...wanted]
    .flatMap((control) => stated.get(control) ?? [])
    .flatMap((statement) => {
      const place = placeOf(statement);
      if (about.has(place)) return [saying(statement, inWords(statement, place))];
      return beside(statement, place)
        ? [saying(statement, `"${statement.control}" stands on "${place}", which this way does not pass`)]
        : [];
    });
}

/** Tells the controls in place that another way to the same place passes. */
function standingBeside(
  scene: Scene,
  { route }: Verdict,
): (statement: ControlStatement, place: string) => boolean {
  if (route === undefined) return () => false;
  const onTheWay = new Set([...route.elements, ...route.flows.map((flow) => flow.id)]);
  const guarding = new Set([...onTheWay].flatMap((id) => scene.links.guardsOf(id).map((guard) => guard.id)));
  const inForce: ReadonlySet<string> = new Set(['implemented', 'inherited']);
  const afterSource = new Set(route.elements.slice(1));
  const joins = (flows: readonly Flow[]): boolean => flows.some((flow) => afterSource.has(flow.to.text));
  const guarded = (place: string): readonly Flow[] =>
    (scene.architecture.elements.get(place)?.facts.get('guards')?.values ?? []).flatMap(({ text }) =>
      scene.links.flowsOf(text),
    );
  return ({ status }, place) =>
    inForce.has(status) &&
    !onTheWay.has(place) &&
    !guarding.has(place) &&
    joins([...scene.links.flowsOf(place), ...scene.links.flowsFrom(place), ...guarded(place)]);
}

function placeOf({ place }: ControlStatement): string {
  return place.type === 'system' ? 'system' : place.id;
}

function inWords({ control, status, switches, facts }: ControlStatement, place: string): string {
  const where = place === 'system' ? 'the system' : `"${place}"`;
  const off = switches.map(
    (found) => ` because option "${found.option.text}" is ${found.wanted ? 'off' : 'on'}`,
  );
  const byPrompt =
    facts.get('by')?.values[0]?.text === 'prompt' ? ' by a prompt, which enforces nothing' : '';
  const except = facts.get('except')?.values.map(({ text }) => `"${text}"`) ?? [];
  const but = except.length === 0 ? '' : `, except for ${except.join(', ')}`;
  const open = facts.get('fails')?.values[0]?.text === 'open' ? ', and lets all pass when it fails' : '';
  const reason = facts.get('reason')?.values[0]?.text;
  const why = reason === undefined ? '' : `: ${reason}`;
  return `"${control}" is ${status} on ${where}${off.join('')}${byPrompt}${but}${open}${why}`;
}

function saying(statement: ControlStatement, text: string): Reason {
  return { text, place: placeOf(statement), span: statement.span, assumed: false };
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    if (seen.has(reason.text)) return false;
    seen.add(reason.text);
    return true;
  });
}
