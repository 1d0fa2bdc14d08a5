import assert from 'node:assert/strict';
import { starterDescriptor } from '../../../server/model/decode/root.ts';
import { assertReplacement, build } from '../../support/problems.ts';

describe('remedies', () => {
  it('write the nearest word', () => {
    assertReplacement(
      'bartizan: 1\ndata: { question: { classification: publc } }\n',
      'Change to "public"',
      'bartizan: 1\ndata: { question: { classification: public } }\n',
    );
  });

  it('write the version before the first section', () => {
    assertReplacement(
      '# Chatbot\nsystem: { name: Chatbot }\n',
      'Add "bartizan: 1"',
      '# Chatbot\nbartizan: 1\nsystem: { name: Chatbot }\n',
    );
  });

  it('write a starter into an empty file', () => {
    assertReplacement('', 'Write a starter descriptor', starterDescriptor);
    assertReplacement('# mine', 'Write a starter descriptor', `# mine\n${starterDescriptor}`);
  });

  it('write a starter that has no problems', () => {
    assert.deepEqual(build(starterDescriptor).problems, []);
  });

  it('write the one value of a list that cannot be a list', () => {
    assertReplacement(
      'bartizan: 1\nsystem: { owner: ["team, one"] }\n',
      'Change to "team, one"',
      'bartizan: 1\nsystem: { owner: "team, one" }\n',
    );
  });

  it('ask for a reason in the long form', () => {
    assertReplacement(
      'bartizan: 1\nsystem: { controls: { threat-model: not-applicable } }\n',
      'Write it with a reason',
      'bartizan: 1\nsystem: { controls: { threat-model: { status: not-applicable, reason: unknown } } }\n',
    );
  });

  it('say that nothing comes back', () => {
    assertReplacement(
      'bartizan: 1\nflows:\n  ask:\n    returns:\n    from: a\n',
      'Say that nothing comes back',
      'bartizan: 1\nflows:\n  ask:\n    returns: []\n    from: a\n',
    );
  });

  it('rename a malformed id only where nothing else names it', () => {
    const alone = build('bartizan: 1\ndata: { Frage_1: {} }\n').problems[0];
    assert.equal(alone?.remedies[0]?.title, 'Change to "frage-1"');
    const named = build('bartizan: 1\ndata: { Frage_1: {} }\nflows: { a: { carries: [Frage_1] } }\n')
      .problems[0];
    assert.deepEqual(named?.remedies, []);
  });
});
