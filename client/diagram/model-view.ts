import * as vscode from 'vscode';
import type { ModelItem } from '../../server/lsp/diagram/picture.ts';
import { isDescriptor } from '../descriptors.ts';
import { showRange } from '../panels/show-range.ts';
import { toVscodeRange } from './places.ts';
import type { ServerLink } from './server-link.ts';

/** The tree of the model: all that the picture shows, for those who would rather read than look. */
export function showModel(
  server: ServerLink,
  showInPicture: (uri: vscode.Uri, key: string) => void,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let uri: vscode.Uri | undefined;

  const look = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isDescriptor(document)) return;
    uri = document.uri;
    server.watch(uri.toString());
    changed.fire(undefined);
  };
  const view = vscode.window.createTreeView<ModelItem>('bartizan.model', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (item) =>
        item === undefined ? [...((uri && (await server.model(uri.toString()))) ?? [])] : [...item.children],
      getTreeItem: toTreeItem,
    },
  });
  server.onChanged((of) => {
    if (of === uri?.toString()) changed.fire(undefined);
  });
  look();
  return vscode.Disposable.from(
    view,
    changed,
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.commands.registerCommand('bartizan.model.goTo', async (item: ModelItem) => {
      if (uri === undefined || item.range === undefined) return;
      await showRange(uri, toVscodeRange(item.range), { preserveFocus: false });
    }),
    vscode.commands.registerCommand('bartizan.model.showInDiagram', (item: ModelItem) => {
      if (uri !== undefined && item.key !== undefined) showInPicture(uri, item.key);
    }),
  );
}

function toTreeItem(item: ModelItem): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const open = item.kind === 'boundary' ? Expanded : Collapsed;
  const tree = new vscode.TreeItem(item.label, item.children.length === 0 ? None : open);
  tree.id = item.id;
  tree.description = item.detail;
  tree.tooltip = item.tooltip;
  tree.iconPath = iconOf(item);
  tree.contextValue = item.key === undefined ? item.kind : 'drawn';
  tree.accessibilityInformation = {
    label: [item.label, item.detail, item.severity === undefined ? '' : `worst finding ${item.severity}`]
      .filter((part) => part !== '')
      .join(', '),
  };
  if (item.range !== undefined) {
    tree.command = { command: 'bartizan.model.goTo', title: 'Go to Text', arguments: [item] };
  }
  return tree;
}

function iconOf({ kind, severity }: ModelItem): vscode.ThemeIcon {
  const colour = severity === undefined ? undefined : new vscode.ThemeColor(colours[severity]);
  return new vscode.ThemeIcon(icons[kind], colour);
}

const icons = {
  group: 'list-tree',
  boundary: 'shield',
  element: 'symbol-class',
  flow: 'arrow-right',
  finding: 'warning',
} as const;

const colours = {
  critical: 'problemsErrorIcon.foreground',
  high: 'problemsWarningIcon.foreground',
  medium: 'problemsInfoIcon.foreground',
  low: 'descriptionForeground',
} as const;
