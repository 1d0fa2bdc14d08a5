import { DidChangeWatchedFilesNotification, type Connection, type Disposable } from 'vscode-languageserver';
import type { ClientOffer } from './client-offer.ts';
import { staysWithin, type Judges } from './knowledge.ts';

export interface Watchers {
  /** Asks the client to tell of changes of descriptors, and of the YAML at these paths of its folders. */
  watch(paths: readonly string[]): Promise<void>;
}

/** The catalogs of all folders, as the settings name them. */
export function watchedPaths(judges: Judges): readonly string[] {
  const paths = [...judges.values()].flatMap(({ settings }) => settings.catalogs.filter(staysWithin));
  return [...new Set(paths)].sort();
}

/** Keeps one registration, and takes it back for another when the paths change. */
export function keepWatchers({ client }: Connection, offer: ClientOffer): Watchers {
  let watched: string | undefined;
  let registration: Promise<Disposable> | undefined;
  return {
    watch: async (paths) => {
      const globs = ['**/*.genai.{yaml,yml}', ...paths.flatMap(globsOf)];
      const key = globs.join('\n');
      if (!offer.registersWatchers || key === watched) return;
      watched = key;
      const before = registration;
      const watchers = globs.map((globPattern) => ({ globPattern }));
      registration = client.register(DidChangeWatchedFilesNotification.type, { watchers });
      await registration;
      (await before)?.dispose();
    },
  };
}

/** A path names a YAML file, or a folder of them. */
function globsOf(path: string): readonly string[] {
  const plain = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  if (plain === '') return [];
  // A glob cannot name its own signs, but any one character.
  const glob = `**/${plain.replace(/[*?[\]{}!]/g, '?')}`;
  return /\.ya?ml$/.test(glob) ? [glob] : [`${glob}/**/*.{yaml,yml}`];
}
