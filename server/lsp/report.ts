import { checkSarif } from '../report/sarif/check-sarif.ts';
import { writeThreatReport } from '../report/threat/write-report.ts';
import type { Placed } from '../diagram/place/placed.ts';
import { onAbout } from './about-descriptor.ts';
import { isUnreadable, placedView } from './diagram/drawing.ts';
import type { PlaceInTime } from './diagram/place-in-time.ts';
import { wholeView } from './diagram/view.ts';
import { fingerprint } from './fingerprint.ts';
import { folderOf } from './knowledge.ts';
import { reportFormats, type ReportAnswer, type ReportFormat } from './report-answer.ts';
import type { Session } from './session.ts';
import { programVersion } from '../report/program-version.ts';
import type { Descriptor } from './workspace.ts';

/**
 * `bartizan/report`: what `bartizan report` writes, of an open descriptor. `format` says how, `have` is the hash of
 * what the asker shows.
 */
export function registerReport(session: Session, place: PlaceInTime): void {
  const { workspace } = session;
  onAbout(session, 'bartizan/report', async (descriptor, { format, have }): Promise<ReportAnswer> => {
    const known = typeof have === 'string' ? have : undefined;
    if (known !== undefined && isUnreadable(descriptor)) return { hash: known, stale: true, text: undefined };
    const written = reportFormats.find((one) => one === format) ?? 'html';
    const text = await writeReport(descriptor, written, fileName(workspace.folders, descriptor.uri), place);
    const hash = fingerprint(text);
    return { hash, stale: false, text: hash === known ? undefined : text };
  });
}

async function writeReport(
  descriptor: Descriptor,
  format: ReportFormat,
  file: string,
  place: PlaceInTime,
): Promise<string> {
  const { analysis, judge } = descriptor;
  if (format === 'sarif') {
    return checkSarif([{ file, analysis, known: undefined }], judge.catalog, programVersion);
  }
  const { edition } = judge.settings;
  const draw = (): Promise<Placed> => placedView(descriptor, wholeView, place);
  return writeThreatReport(format, { file, analysis, edition, draw });
}

/** The file as the user knows it: relative to its folder of the workspace. */
function fileName(folders: readonly string[], uri: string): string {
  const folder = folderOf(folders, uri);
  const below = folder === undefined ? uri.split('/').at(-1) : uri.slice(folder.length).replace(/^\//, '');
  return decoded(below ?? uri);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
