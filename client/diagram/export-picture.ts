import * as vscode from 'vscode';
import type { DiagramView } from '../../server/lsp/diagram/view.ts';
import type { ToPage } from './messages.ts';
import type { ServerLink } from './server-link.ts';

export interface Exporting {
  readonly uri: vscode.Uri;
  readonly view: DiagramView;
  readonly server: ServerLink;
  /** Pictures of points are made by the page, which has a canvas. */
  readonly post: (message: ToPage) => void;
}

interface Choice extends vscode.QuickPickItem {
  readonly run: (exporting: Exporting) => Promise<void>;
}

const choices: readonly Choice[] = [
  { label: 'SVG', detail: 'Stands alone; text stays text', run: saveSvg },
  ...([1, 2, 4] as const).map((scale): Choice => ({
    label: `PNG ${scale}×`,
    detail: 'An image of points',
    run: (exporting) => raster(exporting, scale, 'file'),
  })),
  { label: 'Mermaid', detail: 'A flow chart for Markdown', run: saveMermaid },
  {
    label: 'Copy as image',
    detail: 'PNG 2× to the clipboard',
    run: (exporting) => raster(exporting, 2, 'clipboard'),
  },
  { label: 'Copy as Mermaid', detail: 'To the clipboard', run: copyMermaid },
];

/** Asks for the form, then exports what the panel shows, in the colours of `bartizan.diagram.exportTheme`. */
export async function pickExport(exporting: Exporting): Promise<void> {
  const chosen = await vscode.window.showQuickPick(choices, { title: 'Export Diagram', placeHolder: 'Form' });
  await chosen?.run(exporting);
}

export async function savePng(uri: vscode.Uri, base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  await save(uri, 'png', bytes);
}

async function saveSvg(exporting: Exporting): Promise<void> {
  const svg = await exported(exporting, 'svg');
  if (svg !== undefined) await save(exporting.uri, 'svg', new TextEncoder().encode(svg));
}

async function saveMermaid(exporting: Exporting): Promise<void> {
  const text = await exported(exporting, 'mermaid');
  if (text !== undefined) await save(exporting.uri, 'mmd', new TextEncoder().encode(text));
}

async function copyMermaid(exporting: Exporting): Promise<void> {
  const text = await exported(exporting, 'mermaid');
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage('The diagram is in the clipboard as Mermaid', 4000);
}

async function raster(exporting: Exporting, scale: number, to: 'file' | 'clipboard'): Promise<void> {
  const svg = await exported(exporting, 'svg');
  if (svg !== undefined) exporting.post({ type: 'raster', svg, scale, to });
}

async function exported(
  { uri, view, server }: Exporting,
  format: 'svg' | 'mermaid',
): Promise<string | undefined> {
  const theme = vscode.workspace
    .getConfiguration('bartizan', uri)
    .get<string>('diagram.exportTheme', 'light');
  return (await server.exported(uri.toString(), view, format, theme)) ?? undefined;
}

async function save(descriptor: vscode.Uri, extension: string, bytes: Uint8Array): Promise<void> {
  const path = descriptor.path.replace(/\.genai\.ya?ml$/, `.${extension}`);
  const target = await vscode.window.showSaveDialog({
    defaultUri: descriptor.with({ path }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, bytes);
  vscode.window.setStatusBarMessage(`Diagram written to ${vscode.workspace.asRelativePath(target)}`, 4000);
}
