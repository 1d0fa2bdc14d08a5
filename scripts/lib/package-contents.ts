// What is shipped: nothing less, nothing more, and not much bigger than today.

interface Shipped {
  readonly file: string;
  /** Upper bound. Raise it on purpose, never by accident. */
  readonly maxKiB: number;
}

const SHARED: readonly Shipped[] = [
  { file: 'CHANGELOG.md', maxKiB: 100 },
  { file: 'LICENSE', maxKiB: 16 },
  { file: 'NOTICE', maxKiB: 16 },
  { file: 'README.md', maxKiB: 60 },
  { file: 'dist/catalog.json', maxKiB: 1500 },
  { file: 'dist/cli.cjs', maxKiB: 1600 },
  { file: 'dist/layout-worker.cjs', maxKiB: 1800 },
  { file: 'dist/third-party-notices.txt', maxKiB: 100 },
  { file: 'package.json', maxKiB: 32 },
  { file: 'schemas/descriptor.schema.json', maxKiB: 300 },
];

export const VSIX_CONTENTS: readonly Shipped[] = [
  ...SHARED,
  { file: 'dist/extension.cjs', maxKiB: 600 },
  { file: 'dist/extension-web.cjs', maxKiB: 600 },
  { file: 'dist/layout-worker.js', maxKiB: 1800 },
  { file: 'dist/server.cjs', maxKiB: 900 },
  { file: 'dist/server-worker.js', maxKiB: 900 },
  { file: 'dist/webview/main.css', maxKiB: 16 },
  { file: 'dist/webview/main.js', maxKiB: 60 },
  { file: 'dist/webview/report.css', maxKiB: 8 },
  { file: 'dist/webview/report.js', maxKiB: 24 },
  { file: 'media/diagram-dark.svg', maxKiB: 1 },
  { file: 'media/diagram-light.svg', maxKiB: 1 },
  { file: 'media/icon.png', maxKiB: 16 },
  { file: 'media/walkthrough/close.md', maxKiB: 2 },
  { file: 'media/walkthrough/describe.md', maxKiB: 2 },
  { file: 'media/walkthrough/show.md', maxKiB: 2 },
  { file: 'snippets/bartizan.code-snippets', maxKiB: 100 },
];

export const NPM_CONTENTS = SHARED;

/** Differences between what should be shipped and what is, in words; empty when there are none. */
export function contentsProblems(
  expected: readonly Shipped[],
  actual: ReadonlyMap<string, number>,
): string[] {
  const known = new Set(expected.map(({ file }) => file));
  const surplus = [...actual.keys()].filter((file) => !known.has(file));
  return [
    ...surplus.map((file) => `${file} is shipped, but not expected`),
    ...expected.flatMap(({ file, maxKiB }) => {
      const bytes = actual.get(file);
      if (bytes === undefined) {
        return [`${file} is missing`];
      }
      const kib = Math.ceil(bytes / 1024);
      return kib > maxKiB ? [`${file} has ${kib} KiB, more than ${maxKiB}`] : [];
    }),
  ];
}
