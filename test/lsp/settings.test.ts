import assert from 'node:assert/strict';
import fs from 'node:fs';
import { editions } from '../../server/catalog/risk.ts';
import { readSettings, usualSettings } from '../../server/lsp/settings.ts';

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly order?: number;
}

const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  contributes: { configuration: { properties: Readonly<Record<string, Property>> } };
};
const { properties } = contributes.configuration;

describe('settings', () => {
  for (const [key, usual] of Object.entries(usualSettings)) {
    it(`have "${key}" in VS Code, by the same default`, () => {
      assert.deepEqual(properties[`bartizan.${key}`]?.default, usual);
    });
  }

  it('have a scope, a place and a sentence each', () => {
    for (const [key, { scope, order, markdownDescription }] of Object.entries(properties)) {
      assert.ok(scope === 'resource' || scope === 'window', `${key}: ${scope}`);
      assert.ok(order !== undefined, key);
      assert.match(markdownDescription ?? '', /^[A-Z].*\.$/, key);
    }
    const orders = Object.values(properties).map(({ order }) => order);
    assert.equal(new Set(orders).size, orders.length);
  });

  it('offer the editions that there are', () => {
    assert.deepEqual(properties['bartizan.edition']?.enum, [...editions]);
  });

  it('are as usual where they make no sense', () => {
    assert.deepEqual(
      readSettings({ edition: 2025, rulesOff: 'x', severity: { high: 'loud' }, catalogs: null }),
      {
        ...usualSettings,
      },
    );
    assert.deepEqual(readSettings({ rulesOff: ['a', 1], severity: { high: 'off' } }), {
      ...usualSettings,
      rulesOff: ['a'],
      severity: { ...usualSettings.severity, high: 'off' },
    });
  });
});
