/** A descriptor is known by its name: the language id stays `yaml`, and editors send other YAML too. */
const descriptorName = /\.genai\.ya?ml$/;

export function isDescriptor(uri: string): boolean {
  return descriptorName.test(withoutQuery(uri));
}

function withoutQuery(uri: string): string {
  return uri.replace(/[?#].*$/, '');
}
