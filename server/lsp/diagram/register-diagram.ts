import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { buildGraph } from '../../diagram/graph/build-graph.ts';
import { renderMermaid } from '../../diagram/mermaid/render-mermaid.ts';
import { renderSvg } from '../../diagram/svg/render-svg.ts';
import type { ThemeName } from '../../diagram/svg/theme.ts';
import { foremostFixesFor } from '../../features/fixes/fixes-for.ts';
import type { Fix } from '../../features/fixes/fix.ts';
import { onAbout } from '../about-descriptor.ts';
import { attempting } from '../answer.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { isRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Descriptor } from '../workspace.ts';
import { drawPicture } from './draw-picture.ts';
import { placedView } from './drawing.ts';
import { focusChoices } from './focus-choices.ts';
import { modelTree } from './model-tree.ts';
import type { FixTitles, FocusChoice, ModelItem, Picture } from './picture.ts';
import type { PlaceInTime } from './place-in-time.ts';
import { readView } from './view.ts';
import { watchDescriptors } from './watch-descriptors.ts';

/** Pictures of open descriptors, and what the panel and the tree ask besides. Each request names a `uri`. */
export function registerDiagram(session: Session, place: PlaceInTime): void {
  const { connection, offer } = session;
  const newest = new Map<string, number>();

  onAbout(session, 'bartizan/diagram', async (descriptor, params): Promise<Picture | Superseded> => {
    const mine = (newest.get(descriptor.uri) ?? 0) + 1;
    newest.set(descriptor.uri, mine);
    const have = readText(params.have);
    const wish = { view: readView(params.view), have, docsBase: offer.docsBase };
    const picture = await drawPicture(descriptor, wish, place);
    return newest.get(descriptor.uri) === mine
      ? picture
      : new ResponseError<never>(LSPErrorCodes.ContentModified, 'a newer picture was asked for');
  });
  onAbout(session, 'bartizan/exportDiagram', async (descriptor, params): Promise<string> => {
    const view = readView(params.view);
    if (params.format === 'mermaid') {
      const { collapsed, expanded, focus } = view;
      const options = { collapsed, expanded, ...(focus === undefined ? {} : { focus }) };
      return renderMermaid(buildGraph(descriptor.analysis, options));
    }
    const theme = themes.find((name) => name === params.theme) ?? 'light';
    return renderSvg(await placedView(descriptor, view, place), { theme, frame: 'sheet' });
  });
  onAbout(session, 'bartizan/findingFixes', (descriptor, params): readonly FixTitles[] =>
    readTexts(params.findings).map((finding) => ({
      finding,
      titles: fixesOf(descriptor, finding).map(({ title }) => title),
    })),
  );
  onAbout(session, 'bartizan/fixFinding', (descriptor, params): WorkspaceEdit | null => {
    const fix = fixesOf(descriptor, readText(params.finding)).find(({ title }) => title === params.title);
    return fix === undefined ? null : toWorkspaceEdit(descriptor.document, fix.edits, offer.versionedEdits);
  });
  onAbout(session, 'bartizan/focusChoices', (descriptor): readonly FocusChoice[] => focusChoices(descriptor));
  onAbout(session, 'bartizan/model', (descriptor): readonly ModelItem[] => modelTree(descriptor));

  // Only a client that asked for a picture knows the notification.
  const asked = new Set<string>();
  connection.onNotification('bartizan/watchDiagram', (said: unknown) => {
    if (isRecord(said) && typeof said.uri === 'string') asked.add(said.uri);
  });
  watchDescriptors(session, (uri) => {
    if (!asked.has(uri)) return;
    void attempting(connection.console, 'diagram', () =>
      connection.sendNotification('bartizan/diagramChanged', { uri }),
    );
  });
}

type Superseded = ResponseError<never>;

const themes: readonly ThemeName[] = ['light', 'dark', 'high-contrast'];

function fixesOf({ analysis }: Descriptor, id: string | undefined): readonly Fix[] {
  const finding = analysis.findings.find((candidate) => candidate.id === id);
  return finding === undefined ? [] : foremostFixesFor(analysis, { finding });
}

function readText(said: unknown): string | undefined {
  return typeof said === 'string' ? said : undefined;
}

function readTexts(said: unknown): readonly string[] {
  return Array.isArray(said) ? said.filter((text) => typeof text === 'string').slice(0, 100) : [];
}
