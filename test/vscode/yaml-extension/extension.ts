// Test only: the real yaml-language-server under the id of the Red Hat YAML extension, with that part of its API by
// which other extensions say which schema a file has.
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

interface Contributor {
  readonly schemaOf: (resource: string) => string | undefined;
  readonly textOf: (schema: string) => string;
}

interface Api {
  registerContributor(
    scheme: string,
    schemaOf: Contributor['schemaOf'],
    textOf: Contributor['textOf'],
  ): boolean;
}

export function activate(context: vscode.ExtensionContext): Api {
  // It lies where VS Code looks for extensions, without a node_modules.
  const module = process.env.YAML_SERVER;
  if (module === undefined) throw new Error('YAML_SERVER does not name the server');
  const client = new LanguageClient(
    'yaml',
    'YAML Support',
    { module, transport: TransportKind.ipc },
    { documentSelector: [{ language: 'yaml' }] },
  );
  context.subscriptions.push(client);
  const contributors = new Map<string, Contributor>();
  // The server asks for nothing else before a document is open, which the client waits for.
  client.onRequest('custom/schema/request', (resource: string) =>
    [...contributors.values()].flatMap(({ schemaOf }) => schemaOf(resource) ?? []),
  );
  client.onRequest('custom/schema/content', (schema: string) => {
    const contributor = contributors.get(schema.replace(/:.*/, ''));
    if (contributor === undefined) throw new Error(`nobody knows the schema ${schema}`);
    return contributor.textOf(schema);
  });
  void client.start().then(() => client.sendNotification('yaml/registerCustomSchemaRequest'));
  return {
    registerContributor: (scheme, schemaOf, textOf) => {
      if (contributors.has(scheme)) return false;
      contributors.set(scheme, { schemaOf, textOf });
      return true;
    },
  };
}
