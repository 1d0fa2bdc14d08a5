import * as vscode from 'vscode';
import { isDescriptor } from './descriptors.ts';

export const yamlExtensionId = 'redhat.vscode-yaml';

/** Of the API of the Red Hat YAML extension: who is asked first which schema a file has, and what stands in it. */
interface YamlExtension {
  registerContributor(
    scheme: string,
    schemaOf: (resource: string) => string | undefined,
    textOf: (schema: string) => string,
  ): boolean;
}

const scheme = 'bartizan';
const anything = `${scheme}://schema/anything`;

/**
 * Bartizan reads the words of a descriptor itself. Where somebody has associated the schema with descriptors too, the
 * YAML extension would say the same once more: it is given a schema that knows nothing, and keeps the YAML itself.
 */
export async function keepDescriptorsToOurselves(): Promise<void> {
  const extension = vscode.extensions.getExtension(yamlExtensionId);
  if (extension === undefined) return;
  const offered: unknown = await extension.activate();
  if (!isYamlExtension(offered)) return;
  offered.registerContributor(
    scheme,
    (resource) => (isDescriptor({ uri: vscode.Uri.parse(resource) }) ? anything : undefined),
    () => '{}',
  );
}

function isYamlExtension(offered: unknown): offered is YamlExtension {
  return typeof offered === 'object' && offered !== null && 'registerContributor' in offered;
}
