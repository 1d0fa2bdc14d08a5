import { assertFindings, catalogWith } from '../support/analysis.ts';

describe('a delivery that is fetched', () => {
  const fromHub = catalogWith({
    fault: `
when: { path: { from: { kind: model-hub }, to: { kind: inference-server } } }
require: { any-of: [screen], at: every-path }`,
  });

  it('brings what lies there, though nobody drew the answer', () => {
    assertFindings(
      `bartizan: 1
components:
  server: { kind: inference-server } #! high fault
  hub:    { kind: model-hub }
flows:
  pull: { from: server, to: hub, purpose: delivery }
`,
      fromHub,
    );
  });

  it('goes the way it is drawn where it carries something', () => {
    assertFindings(
      `bartizan: 1
components:
  server: { kind: inference-server }
  hub:    { kind: model-hub }
data: { weights: {} }
flows:
  publish: { from: server, to: hub, purpose: delivery, carries: [weights] }
`,
      fromHub,
    );
  });
});

describe('a hop over the public network', () => {
  it('has an end outside, or a called side that is open to the internet; an open caller is not enough', () => {
    assertFindings(
      `bartizan: 1
boundaries:
  internet: { zone: external }
actors:
  anybody: { kind: anonymous-user, within: internet }
components:
  api:   { kind: application, exposure: internet }
  store: { kind: database }
flows:
  ask:  { from: anybody, to: api, purpose: prompt } #! high fault
  read: { from: api, to: store, purpose: query }
`,
      catalogWith({ fault: 'when: { flow: { network: public } }\nrequire: { any-of: [screen], at: flow }' }),
    );
  });
});

describe('an identity', () => {
  it('is shared with other components, not with the tools that one calls', () => {
    assertFindings(
      `bartizan: 1
identities: { job: { kind: workload }, team: { kind: workload } }
components:
  alone:  { kind: agent, runs-as: job }
  hammer: { kind: tool, runs-as: job }
  one:    { kind: agent, runs-as: team } #! high fault
  two:    { kind: agent, runs-as: team } #! high fault
flows:
  use: { from: alone, to: hammer }
`,
      catalogWith({
        fault:
          'when: { component: { kind: agent, identity-shared: true } }\nrequire: { any-of: [screen], at: target }',
      }),
    );
  });
});
