import assert from 'node:assert/strict';
import { converse, until, type Conversation } from './conversation.ts';

interface Registration {
  readonly id: string;
  readonly method: string;
  readonly registerOptions: { readonly watchers?: readonly { readonly globPattern: string }[] };
}

const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const replies = { 'client/registerCapability': () => null, 'client/unregisterCapability': () => null };

describe('watched files', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  it('are descriptors, and the catalogs that the settings name', async () => {
    talk = await start(['rules', './more/ours.yaml', 'odd[1]/', '../outside', '/etc']);
    await until('a registration', () => registrations()[0]);
    assert.deepEqual(globs(0), [
      '**/*.genai.{yaml,yml}',
      '**/more/ours.yaml',
      '**/odd?1?/**/*.{yaml,yml}',
      '**/rules/**/*.{yaml,yml}',
    ]);
  });

  it('are others when the settings are, and the same when nothing about them changed', async () => {
    talk = await start(['rules']);
    await until('a registration', () => registrations()[0]);
    await configure({ catalogs: ['rules'], edition: '2023' });
    await configure({ catalogs: ['other'] });
    await until('another registration', () => registrations()[1]);
    assert.deepEqual(globs(1), ['**/*.genai.{yaml,yml}', '**/other/**/*.{yaml,yml}']);
    const [taken] = await until('the first to be taken back', () => {
      const found = talk.heard.filter(({ method }) => method === 'client/unregisterCapability');
      return found.length > 0 ? found : undefined;
    });
    assert.match(JSON.stringify(taken?.params), new RegExp(registrations()[0]?.id ?? 'none'));
  });

  function start(catalogs: readonly string[]): Promise<Conversation> {
    return converse({ capabilities, folders: ['file:///ws'], options: { settings: { catalogs } } }, replies);
  }

  function configure(settings: object): Promise<void> {
    return talk.tell('workspace/didChangeConfiguration', { settings: { bartizan: settings } });
  }

  function registrations(): readonly Registration[] {
    return talk.heard
      .filter(({ method }) => method === 'client/registerCapability')
      .flatMap(({ params }) => (params as { registrations: Registration[] }).registrations)
      .filter(({ method }) => method === 'workspace/didChangeWatchedFiles');
  }

  function globs(at: number): readonly string[] | undefined {
    return registrations()[at]?.registerOptions.watchers?.map(({ globPattern }) => globPattern);
  }
});
