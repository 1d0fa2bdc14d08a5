import { buildGraph } from '../diagram/graph/build-graph.ts';
import { renderMermaid } from '../diagram/mermaid/render-mermaid.ts';
import { renderSvg } from '../diagram/svg/render-svg.ts';
import { findingsCsv } from '../report/findings/findings-csv.ts';
import { findingsJson } from '../report/findings/findings-json.ts';
import { checkSarif } from '../report/sarif/check-sarif.ts';
import { htmlReport } from '../report/threat/html/html-report.ts';
import { markdownReport } from '../report/threat/markdown/markdown-report.ts';
import { onAbout } from './about-descriptor.ts';
import { isUnreadable, placedView } from './diagram/drawing.ts';
import type { PlaceInTime } from './diagram/place-in-time.ts';
import { wholeView } from './diagram/view.ts';
import { fingerprint } from './fingerprint.ts';
import { folderOf } from './knowledge.ts';
import { reportFormats, type ReportAnswer, type ReportFormat } from './report-answer.ts';
import type { Session } from './session.ts';
import { programVersion } from './version.ts';
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
  const { edition } = judge.settings;
  switch (format) {
    case 'html': {
      const placed = await placedView(descriptor, wholeView, place);
      const picture = renderSvg(placed, { theme: 'editor', frame: 'sheet' });
      return htmlReport(analysis, picture, { edition, version: programVersion });
    }
    case 'markdown':
      return markdownReport(analysis, renderMermaid(buildGraph(analysis)), edition);
    case 'json':
      return findingsJson(file, analysis);
    case 'csv':
      return findingsCsv(file, analysis);
    case 'sarif':
      return checkSarif([{ file, analysis, known: undefined }], judge.catalog, programVersion);
  }
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
