import type { PathForm, Rule, SessionForm, SystemForm } from '../../catalog/rule.ts';
import { judgeRule } from '../judge/judge.ts';
import { systemFact } from '../judge/judge-system.ts';
import { buildSessions } from '../judge/sessions.ts';
import type { Judgement } from '../judge-all.ts';
import type { Scene } from '../scene.ts';
import {
  elementParts,
  elementWords,
  flowParts,
  failingParts,
  type ConditionPart,
} from './condition-parts.ts';

/** Why a rule meets nothing, in sentences: for what comes nearest, the demand that it does not meet. */
export function nearMisses(judgement: Judgement, rule: Rule): readonly string[] {
  const { scene } = judgement;
  const { when } = rule;
  switch (when.form) {
    case 'component':
      return nearest(scene, 'element', scene.architecture.elements.values(), elementParts(when.element));
    case 'flow':
      return nearest(scene, 'flow', scene.architecture.flows, flowParts(when.flow));
    case 'path':
      return nearestPaths(judgement, rule, when);
    case 'session':
      return nearestSessions(judgement, when);
    case 'system':
      return missingOfSystem(scene, when);
  }
}

const shownAtMost = 3;

function nearest<Subject extends { readonly id: string }>(
  scene: Scene,
  noun: 'element' | 'flow',
  subjects: Iterable<Subject>,
  parts: readonly ConditionPart<Subject>[],
): readonly string[] {
  const judged = [...subjects].map((subject) => ({ subject, failing: failingParts(scene, subject, parts) }));
  const assumed = judged.filter(({ failing }) => failing.length === 0);
  if (assumed.length > 0) {
    return assumed.slice(0, shownAtMost).map(({ subject }) => braked(scene, subject, parts));
  }
  if (judged.length === 0) return [`there is no ${noun}`];
  const distance = ({ failing }: (typeof judged)[number]): number =>
    failing.reduce((sum, { part }) => sum + (part.isNature ? parts.length : 1), 0);
  const least = judged.reduce((known, next) => Math.min(known, distance(next)), Infinity);
  const close = judged.filter((candidate) => distance(candidate) === least);
  if (close.every(({ failing }) => failing.length === parts.length)) {
    return [`no ${noun} meets any of: ${parts.map(({ wanted }) => wanted).join('; ')}`];
  }
  const missed = close[0]?.failing.length ?? 0;
  const count = `${String(close.length)} ${noun}${close.length === 1 ? ' meets' : 's meet'} all but ${String(missed)} of ${String(parts.length)} conditions`;
  const sentences = close.map(({ subject, failing }) =>
    failing.map(({ part, found }) => `"${subject.id}": ${part.wanted} is wanted, but ${found}`).join('; '),
  );
  return [count, ...[...new Set(sentences)].slice(0, shownAtMost)];
}

/** All demands hold, but on too many assumptions for the weight of the rule. */
function braked<Subject extends { readonly id: string }>(
  scene: Scene,
  subject: Subject,
  parts: readonly ConditionPart<Subject>[],
): string {
  const guesses = parts
    .flatMap((part) => part.match(scene, subject) ?? [])
    .filter((reason) => reason.assumed)
    .map((reason) => reason.text);
  return guesses.length === 0
    ? `"${subject.id}" meets all conditions, but no place for the finding follows from it`
    : `"${subject.id}" meets all conditions only on assumptions, which complete grave findings one at a time: ${guesses.join('; ')}`;
}

function nearestPaths(judgement: Judgement, rule: Rule, form: PathForm): readonly string[] {
  const { scene } = judgement;
  const elements = [...scene.architecture.elements.values()];
  const ends = [
    { end: 'starts', condition: form.from },
    { end: 'ends', condition: form.to },
  ].map(({ end, condition }) => {
    const parts = elementParts(condition);
    const fitting = elements.filter((element) => failingParts(scene, element, parts).length === 0);
    return { end, parts, fitting };
  });
  const without = ends.filter(({ fitting }) => fitting.length === 0);
  if (without.length > 0) {
    return without.flatMap(({ end, parts }) => [
      `no path ${end} anywhere`,
      ...nearest(scene, 'element', elements, parts),
    ]);
  }
  const named = ends.map(({ fitting }) => quoted(fitting.map(({ id }) => id)));
  const relaxed = relaxations(form).filter(
    ({ form: freer }) => judgeRule(scene, judgement.index, { ...rule, when: freer }).length > 0,
  );
  const ways = `nothing gets from ${named[0] ?? ''} to ${named[1] ?? ''} as the rule asks`;
  return relaxed.length === 0
    ? [ways]
    : [ways, ...relaxed.map(({ wanted }) => `a way is there, but ${wanted} is wanted`)];
}

/** The same form with one of its demands on the way left out. */
function relaxations(form: PathForm): readonly { readonly wanted: string; readonly form: PathForm }[] {
  const { carrying, through, lastHop, ...bare } = form;
  const optional = {
    ...(carrying === undefined ? {} : { carrying }),
    ...(through === undefined ? {} : { through }),
    ...(lastHop === undefined ? {} : { lastHop }),
  };
  const without = (name: keyof typeof optional): PathForm => {
    const others = Object.fromEntries(Object.entries(optional).filter(([key]) => key !== name));
    return { ...bare, ...others };
  };
  return [
    ...(form.entersBy.length > 0
      ? [{ wanted: `a first hop for ${form.entersBy.join(' or ')}`, form: { ...form, entersBy: [] } }]
      : []),
    ...(form.arrivesBy.length > 0
      ? [{ wanted: `a last hop for ${form.arrivesBy.join(' or ')}`, form: { ...form, arrivesBy: [] } }]
      : []),
    ...(carrying === undefined ? [] : [{ wanted: 'other data along it', form: without('carrying') }]),
    ...(through === undefined
      ? []
      : [{ wanted: `an element on it with ${elementWords(through)}`, form: without('through') }]),
    ...(lastHop === undefined ? [] : [{ wanted: 'another last flow', form: without('lastHop') }]),
    ...(form.from.trust.length > 0
      ? [
          {
            wanted: `content that is ${form.from.trust.join(' or ')} all the way`,
            form: { ...form, from: { ...form.from, trust: [] } },
          },
        ]
      : []),
  ];
}

function nearestSessions(judgement: Judgement, form: SessionForm): readonly string[] {
  const sessions = buildSessions(judgement.scene, judgement.index).map(({ owner, capabilities }) => ({
    owner,
    missing: form.capabilities.filter((capability) => !capabilities.has(capability)),
    failing: form.owner === undefined ? [] : failingParts(judgement.scene, owner, elementParts(form.owner)),
  }));
  if (sessions.length === 0) return ['there is no agent or model session'];
  const fewest = sessions.reduce((known, { missing }) => Math.min(known, missing.length), Infinity);
  return sessions
    .filter(({ missing }) => missing.length === fewest)
    .slice(0, shownAtMost)
    .map(({ owner, missing, failing }) => {
      const reasons = [
        ...(missing.length === 0 ? [] : [`it lacks ${missing.join(', ')}`]),
        ...failing.map(({ part, found }) => `${part.wanted} is wanted, but ${found}`),
      ];
      return `the session of "${owner.id}": ${reasons.length === 0 ? 'too much of it is assumed' : reasons.join('; ')}`;
    });
}

function missingOfSystem(scene: Scene, form: SystemForm): readonly string[] {
  const elements = [...scene.architecture.elements.values()];
  const facts = Object.entries(form.facts).flatMap(([name, wanted]) => {
    const found = systemFact(scene, name);
    if (found !== undefined && wanted.includes(found.value)) return [];
    return [
      `${name}: ${wanted.join(' or ')} is wanted, but ${found?.reason.text ?? 'nothing is said about it'}`,
    ];
  });
  const stated = form.unstated
    .filter((name) => scene.architecture.system.facts.has(name))
    .map((name) => `the system states its ${name}`);
  const has = form.has.flatMap((condition) => {
    const parts = elementParts(condition);
    const isThere = elements.some((element) => failingParts(scene, element, parts).length === 0);
    return isThere ? [] : nearest(scene, 'element', elements, parts);
  });
  const hasFlow = form.hasFlow.flatMap((condition) => {
    const parts = flowParts(condition);
    const isThere = scene.architecture.flows.some((flow) => failingParts(scene, flow, parts).length === 0);
    return isThere ? [] : nearest(scene, 'flow', scene.architecture.flows, parts);
  });
  const certain: Scene = { ...scene, assumptions: false };
  const hasNot = form.hasNot.flatMap((condition) => {
    const parts = elementParts(condition);
    const there = elements.find((element) => failingParts(certain, element, parts).length === 0);
    return there === undefined ? [] : [`"${there.id}" is there: ${elementWords(condition)}`];
  });
  return [...facts, ...stated, ...has, ...hasFlow, ...hasNot];
}

function quoted(ids: readonly string[]): string {
  const shown = ids.slice(0, shownAtMost).map((id) => `"${id}"`);
  const more = ids.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${String(more)} more` : shown.join(', ');
}
