import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { FixTitles, FocusChoice, ModelItem, Picture } from '../../server/lsp/diagram/picture.ts';
import type { DiagramView } from '../../server/lsp/diagram/view.ts';
import type { ServerLink as SharedLink } from '../panels/server-link.ts';

/** What diagrams and the tree ask the language server; answers are absent while it does not run. */
export interface ServerLink extends SharedLink {
  picture(uri: string, view: DiagramView, have: string | undefined): Promise<Picture | null | undefined>;
  exported(
    uri: string,
    view: DiagramView,
    format: 'svg' | 'mermaid',
    theme: string,
  ): Promise<string | null | undefined>;
  fixes(uri: string, findings: readonly string[]): Promise<readonly FixTitles[] | null | undefined>;
  fix(uri: string, finding: string, title: string): Promise<WorkspaceEdit | null | undefined>;
  focusChoices(uri: string): Promise<readonly FocusChoice[] | null | undefined>;
  model(uri: string): Promise<readonly ModelItem[] | null | undefined>;
}

export function makeDiagramLink(link: SharedLink): ServerLink {
  const { ask } = link;
  return {
    ...link,
    picture: (uri, view, have) => ask('bartizan/diagram', { uri, view, have }),
    exported: (uri, view, format, theme) => ask('bartizan/exportDiagram', { uri, view, format, theme }),
    fixes: (uri, findings) => ask('bartizan/findingFixes', { uri, findings }),
    fix: (uri, finding, title) => ask('bartizan/fixFinding', { uri, finding, title }),
    focusChoices: (uri) => ask('bartizan/focusChoices', { uri }),
    model: (uri) => ask('bartizan/model', { uri }),
  };
}
