import type { Capability, Requirement, Rule, SessionForm } from '../../catalog/rule.ts';
import type { Element, Flow } from '../../model/architecture.ts';
import type { ControlIndex } from '../controls/control-index.ts';
import { dedupe, sitesAround } from '../controls/sites.ts';
import { matchElement } from '../match/element.ts';
import type { Evidence } from '../match/evidence.ts';
import type { Scene } from '../scene.ts';
import { judgeGroup, type Accepts } from './judge-group.ts';
import { metAtElement } from './judge-component.ts';
import { asked } from './judge-path.ts';
import { rememberScreens } from './screened-context.ts';
import { buildSessions, type Session, type SessionCapability } from './sessions.ts';
import type { Verdict } from './verdict.ts';

/** Judges which capabilities meet in one agent or model session. */
export function judgeSession(
  scene: Scene,
  index: ControlIndex,
  rule: Rule,
  form: SessionForm,
): readonly Verdict[] {
  const isScreened = rememberScreens(scene, index);
  return buildSessions(scene, index).flatMap((session) => {
    const ownerEvidence = form.owner === undefined ? [] : matchElement(scene, session.owner, form.owner);
    if (ownerEvidence === undefined) return [];
    const found = form.capabilities.map((capability) => session.capabilities.get(capability));
    if (found.some((capability) => capability === undefined)) return [];
    const capabilities = found.filter((capability) => capability !== undefined);
    const calls = outgoingCalls(session, form.capabilities);
    const groups = rule.require
      .filter((requirement) => asked(scene, requirement, session.owner))
      .map((requirement) =>
        judgeGroup(
          requirement,
          index,
          (wanted, accepts, counting) =>
            metAtElement(scene, index, withoutPaths(wanted), session.owner, accepts) ||
            everyCallProtected(index, wanted, session, form.capabilities, accepts) ||
            (counting === 'softened' && isScreened(wanted, session.owner, accepts)),
          [
            ...sitesAround(scene, session.owner.id),
            ...dedupe(
              scene,
              calls.flatMap((call) => call.toReversed().flatMap((flow) => [flow.to.text, flow.id])),
            ),
          ],
        ),
      );
    return [
      {
        rule,
        place: session.owner.id,
        evidence: [...ownerEvidence, ...evidenceOf(capabilities)],
        groups,
        route: routeOf(
          session.owner,
          calls.find((call) => call.length > 0),
        ),
        moreRoutes: Math.max(0, calls.length - 1),
        names: { element: session.owner.id, target: session.owner.id },
        from: undefined,
        target: session.owner.id,
        flow: undefined,
      },
    ];
  });
}

function evidenceOf(capabilities: readonly SessionCapability[]): Evidence {
  return capabilities.flatMap((capability) => capability.evidence);
}

/** Calls by which the session acts or speaks to the outside; the capabilities that a control can stand before. */
function outgoingCalls(session: Session, wanted: readonly Capability[]): readonly (readonly Flow[])[] {
  return outgoing
    .filter((capability) => wanted.includes(capability))
    .flatMap((capability) => session.capabilities.get(capability)?.calls ?? []);
}

const outgoing = ['external-communication', 'state-change'] as const;

function withoutPaths(requirement: Requirement): Requirement {
  return {
    ...requirement,
    at: requirement.at.filter((place) => place !== 'every-path' && place !== 'last-hop'),
  };
}

/** On each way out, some hop must be protected: at the tool, on the flow, by a guard. */
function everyCallProtected(
  index: ControlIndex,
  requirement: Requirement,
  session: Session,
  wanted: readonly Capability[],
  accepts: Accepts,
): boolean {
  const isProtected = (flow: Flow): boolean => {
    const direction = flow.to.text === session.owner.id ? 'return' : 'forward';
    // What stands on the called side bounds what the call can set off, whichever way the control looks.
    return requirement.anyOf.some(
      (control) =>
        index.onHop(control, flow, direction).some(accepts) ||
        accepts(index.atEnd(control, flow.to.text, flow)),
    );
  };
  const acting = outgoing.filter((capability) => wanted.includes(capability));
  const calls = outgoingCalls(session, wanted);
  if (acting.length === 0 || calls.length === 0) return false;
  if (requirement.at.includes('every-path')) {
    return acting.every((capability) => session.callsWithout(capability, isProtected).length === 0);
  }
  return requirement.at.includes('last-hop') && calls.every((call) => call.slice(-1).some(isProtected));
}

function routeOf(owner: Element, call: readonly Flow[] | undefined): Verdict['route'] {
  if (call === undefined || call.length === 0) return undefined;
  return { elements: [owner.id, ...call.map((flow) => flow.to.text)], flows: call };
}
