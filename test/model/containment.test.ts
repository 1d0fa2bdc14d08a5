import assert from 'node:assert/strict';
import { boundariesAround, isOutside, zoneOf } from '../../server/model/containment.ts';
import { build } from '../support/problems.ts';

const { architecture } = build(`bartizan: 1
boundaries:
  supplier: { zone: external }
  office: { zone: application, within: supplier }
  half: { within: office }
actors:
  customer: { kind: end-user, within: half }
components:
  bot: { kind: agent, within: half }
  own: { kind: agent, within: office, zone: application }
  weather: { kind: external-api }
  nowhere: { kind: tool }
`);
const element = (id: string) => architecture.elements.get(id)!;

describe('containment', () => {
  it('finds the boundaries from the innermost outwards', () => {
    const around = boundariesAround(architecture, 'bot').map(({ id }) => id);
    assert.deepEqual(around, ['half', 'office', 'supplier']);
    assert.deepEqual(
      boundariesAround(architecture, 'office').map(({ id }) => id),
      ['supplier'],
    );
    assert.deepEqual(boundariesAround(architecture, 'nowhere'), []);
  });

  it('takes the zone of the nearest boundary that has one, the own one first', () => {
    assert.deepEqual(
      ['bot', 'own', 'nowhere'].map((id) => zoneOf(architecture, element(id))),
      ['application', 'application', undefined],
    );
  });

  it('counts as outside what an external boundary holds at any depth, actors and outside parties', () => {
    const outside = ['customer', 'bot', 'own', 'weather', 'nowhere'].filter((id) =>
      isOutside(architecture, element(id)),
    );
    assert.deepEqual(outside, ['customer', 'bot', 'weather']);
  });
});
