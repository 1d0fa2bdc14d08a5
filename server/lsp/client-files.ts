import type { Connection } from 'vscode-languageserver';
import type { Files } from './host.ts';

/** Files as the client sees them, virtual ones included: `bartizan/findFiles` and `bartizan/readFile`. */
export function clientFiles(connection: Connection): Files {
  return {
    find: async (folder, wanted) => {
      const paths: unknown = await connection.sendRequest('bartizan/findFiles', {
        folder,
        wanted: wanted.source,
      });
      return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string').sort() : [];
    },
    read: async (uri) => {
      const text: unknown = await connection.sendRequest('bartizan/readFile', { uri });
      return typeof text === 'string' ? text : undefined;
    },
  };
}
