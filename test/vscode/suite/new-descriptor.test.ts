import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { descriptorKinds } from '../../../client/descriptor-kinds.ts';
import { openNewDescriptor } from '../../../client/new-descriptor.ts';
import { closeAll, findingsOf, until } from './workspace.ts';

describe('a new descriptor', () => {
  afterEach(closeAll);

  for (const kind of descriptorKinds) {
    it(`begins as ${kind.label.toLowerCase()}, and is checked before it is saved`, async () => {
      const { document } = await openNewDescriptor(kind);
      assert.match(document.getText(), /^bartizan: 1\n[^]*\ncomponents:\n/);
      await until('its findings', () => findingsOf(document).length > 0);
    });
  }

  it('takes no name that is taken', async () => {
    const [kind = assert.fail()] = descriptorKinds;
    const first = await openNewDescriptor(kind);
    const second = await openNewDescriptor(kind);
    assert.notEqual(first.document.uri.toString(), second.document.uri.toString());
    assert.ok((await vscode.commands.getCommands(true)).includes('bartizan.newDescriptor'));
  });
});
