import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../server/analysis/analysis.ts';
import { activate } from '../../server/model/activate.ts';
import { analyzeText, catalogWith, noRules } from '../support/analysis.ts';
import { naiveReach } from '../support/naive-reach.ts';
import {
  brokenText,
  disguised,
  generatedControls,
  placesOf,
  randomArchitecture,
  render,
  withControl,
  type RandomArchitecture,
} from '../support/random-architecture.ts';

/**
 * A rule of every form, and of every place a requirement can name. None has `unless`: there a control that answers
 * the stronger rule lets the weaker one speak, and that is meant.
 */
const everyForm = catalogWith({
  'path-every': `
when: { path: { from: { trust: [untrusted, semi-trusted] }, to: { kind: [llm, agent] } } }
require: { any-of: [screen], at: every-path }
raise: { from: { kind: anonymous-user }, to: critical }`,
  'path-session': `
when: { path: { from: { trust: untrusted }, to: { kind: [llm, agent] }, place: session } }
require: { any-of: [screen, hard-screen], at: [every-path, target] }`,
  'path-source': `
severity: medium
when: { path: { from: { group: [actor, data] }, to: { kind: llm }, place: source } }
require: { any-of: [screen], at: [source, every-path] }`,
  'path-last': `
when: { path: { from: { kind: llm }, to: { group: tool }, arrives-by: tool-call } }
require: { any-of: [hard-screen], at: [last-hop, target], assurance: deterministic }`,
  'path-entered': `
severity: critical
when: { path: { from: { role: actor }, to: { group: model }, enters-by: [prompt, message] } }
require: { any-of: [hard-screen], at: every-path, assurance: deterministic, softened-by: [screen] }`,
  'path-carrying': `
when: { path: { from: { group: data }, to: { role: actor }, carrying: { classification: confidential } } }
require: { any-of: [output-check], at: every-path }`,
  'flow-each': `
when: { flow: { purpose: [tool-call, query] } }
require: { any-of: [hard-screen], at: [flow, target] }
raise: { target: { group: external }, to: critical }`,
  'flow-from': `
severity: medium
when: { flow: { to: { group: tool }, place: from } }
require: [{ any-of: [human-approval], at: [source, flow] }, { any-of: [screen], at: boundary }]`,
  element: `
when: { component: { group: [tool, model], trust: [untrusted, semi-trusted] } }
require: { any-of: [output-check, screen], at: [target, system] }`,
  'element-around': `
severity: medium
when: { component: { group: data, receives: { from: { kind: agent } } } }
require: { any-of: [screen], at: boundary }`,
  session: `
severity: critical
when: { session: { capabilities: [untrusted-input, state-change] } }
require: { any-of: [human-approval, hard-screen], at: [target, every-path] }`,
  'session-last': `
when: { session: { capabilities: [untrusted-input, external-communication] } }
require: { any-of: [output-check], at: [target, last-hop], assurance: deterministic }`,
  whole: `
severity: medium
when: { system: { has: { kind: agent } } }
require: { any-of: [screen], at: system }`,
  claimed: `
severity: medium
when: { component: { trust-claim: unsupported } }
instead: Take the claim back.`,
});

const controlOf = fc.constantFrom(...generatedControls);

describe('on any architecture', function () {
  this.timeout(60_000);

  it('a control declared implemented at a legal place never opens a finding', () => {
    assertHolds(fc.tuple(randomArchitecture(), fc.nat(), controlOf), ([architecture, pick, control]) => {
      const places = placesOf(architecture);
      const place = places[pick % places.length]!;
      const without = findingIds(architecture);
      const after = findingIds(withControl(architecture, place, control, 'implemented'));
      assert.deepEqual(beyond(after, without), []);
    });
  });

  it('removing a control that is implemented never closes a finding', () => {
    assertHolds(fc.tuple(randomArchitecture(), fc.nat(), controlOf), ([architecture, pick, control]) => {
      const places = placesOf(architecture);
      const place = places[pick % places.length]!;
      const declared = withControl(architecture, place, control, 'implemented');
      const removed = findingIds(withControl(architecture, place, control, undefined));
      assert.deepEqual(beyond(findingIds(declared), removed), []);
    });
  });

  it('other names, another order and another layout change nothing but names and places', () => {
    assertHolds(fc.tuple(randomArchitecture(), fc.integer({ min: 1 })), ([architecture, seed]) => {
      const rename = (id: string): string =>
        `${id
          .split('')
          .toReversed()
          .join('')
          .replace(/^[^a-z]/, 'x')}-z`;
      const other = disguised(architecture, rename, (items) => shuffled(items, seed));
      const before = analyzed(architecture);
      const renamed = analyzeText(render(other, 'blocks'), everyForm);
      assert.deepEqual(
        outcome(renamed, (id) => id),
        outcome(before, (id) => (id === 'system' ? id : rename(id))),
      );
    });
  });

  it('a bypass that is drawn breaks what every path must pass', () => {
    assertHolds(randomArchitecture(), (architecture) => {
      const sound = ['screen'].reduce(
        (known, control) =>
          placesOf(known).reduce((at, place) => withControl(at, place, control, undefined), known),
        architecture,
      );
      const withBypass = {
        ...sound,
        actors: { ...sound.actors, intruder: { kind: 'anonymous-user' } },
        components: {
          ...sound.components,
          // The sound way: a screened front before a model.
          front: { kind: 'application', controls: { screen: 'implemented' } },
          target: { kind: 'llm' },
        },
        data: { ...sound.data, text: { classification: 'internal' } },
        flows: {
          ...sound.flows,
          enter: { from: 'intruder', to: 'front', purpose: 'prompt', carries: ['text'] },
          go: { from: 'front', to: 'target', purpose: 'inference', carries: ['text'], returns: [] },
        },
      };
      assert.ok(!reachesUnscreened(withBypass), 'the way through the front is screened');
      const bypass = { from: 'intruder', to: 'target', purpose: 'inference', carries: ['text'], returns: [] };
      assert.ok(reachesUnscreened({ ...withBypass, flows: { ...withBypass.flows, bypass } }));
    });

    function reachesUnscreened(architecture: RandomArchitecture): boolean {
      const finding = analyzed(architecture).findings.find(({ id }) => id === 'path-every@target');
      return finding?.paths[0]?.[0] === 'intruder' && finding.status === 'open';
    }
  });

  it('the computed trust is that of a naive computation', () => {
    assertHolds(randomArchitecture(), (architecture) => {
      const { architecture: declared, reach } = analyzeText(render(architecture), noRules);
      const expected = naiveReach(activate(declared, {}));
      for (const [id, { assets }] of reach.elements) {
        if (declared.elements.get(id)?.role === 'actor') continue;
        const found = [...assets.values()].map(({ asset, trust }) => `${asset} ${trust}`);
        const naive = [...(expected.get(id) ?? [])].map(
          ([asset, trust]) => `${asset} ${['untrusted', 'semi-trusted', 'trusted'][trust] ?? ''}`,
        );
        assert.deepEqual(found.sort(), naive.sort(), `at ${id} of\n${render(architecture)}`);
      }
    });
  });

  it('no rule fails, and what can be asked of an analysis has an answer', () => {
    assertHolds(
      randomArchitecture(),
      (architecture) => {
        const analysis = analyzed(architecture);
        assert.deepEqual(analysis.judgement.failures, []);
        assert.ok(analysis.coverage.depth.length > 0);
        for (const finding of analysis.findings) {
          assert.ok(finding.because.length > 0, finding.id);
          assert.ok(!/\{[a-z]+\}/.test(finding.message), finding.message);
        }
      },
      40,
    );
  });
});

describe('any text', function () {
  this.timeout(60_000);

  it('has an analysis', () => {
    assertHolds(fc.oneof(brokenText(), fc.string(), fc.string({ unit: 'binary' })), (text) => {
      const analysis = analyzeText(text, everyForm);
      assert.deepEqual(analysis.judgement.failures, []);
    });
  });
});

function assertHolds<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = runs): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns });
}

const runs = Number(process.env.PROPERTY_RUNS ?? 150);

function analyzed(architecture: RandomArchitecture): Analysis {
  return analyzeText(render(architecture), everyForm);
}

function findingIds(architecture: RandomArchitecture): readonly string[] {
  return analyzed(architecture).findings.map(({ id }) => id);
}

function beyond(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((id) => !others.includes(id));
}

/** All that must not depend on names, order and layout. */
function outcome(analysis: Analysis, nameOf: (id: string) => string): readonly string[] {
  const findings = analysis.findings.map(
    ({ rule, element, severity, inherent, status, confidence, morePaths, closedBy }) =>
      [rule, nameOf(element), severity, inherent, status, confidence, morePaths, closedBy !== undefined].join(
        ' ',
      ),
  );
  const trusts = [...analysis.reach.elements].map(([id, { trust, classification }]) =>
    [nameOf(id), trust, classification].join(' '),
  );
  return [...findings, ...trusts].sort();
}

/** A fixed shuffle, so that a failing case stays one. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const keyed = items.map((item, at) => ({ item, key: Math.sin(seed + at * 7.31) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
