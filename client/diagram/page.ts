import * as vscode from 'vscode';

/** What the page may load. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [filesOf(extensionUri)] };
}

/** The page of the panel. It holds no text of a descriptor: pictures come by message and are put in as elements. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = makeNonce();
  const at = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(filesOf(extensionUri), name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Data-flow diagram</title>
<link rel="stylesheet" href="${at('main.css')}">
</head>
<body data-vscode-context='{"preventDefaultContextMenuItems": true}'>
${body}
<script nonce="${nonce}" src="${at('main.js')}"></script>
</body>
</html>`;
}

const buttons: readonly (readonly [name: string, label: string, title: string, pressed?: boolean])[] = [
  ['out', '−', 'Zoom out (-)'],
  ['in', '+', 'Zoom in (+)'],
  ['fit', 'Fit', 'Fit the picture to the panel (0)'],
  ['find', 'Find', 'Find elements and flows (/)'],
  ['focus', 'Focus…', 'Focus on an element, a boundary, a risk or an attack path'],
  ['turn', 'Turn', 'Lay out to the right or downwards (T)'],
  ['legend', 'Legend', 'Show the legend (L)', false],
  ['export', 'Export…', 'Export or copy the picture'],
];

const body = `<div id="bar">
<div id="tools" role="toolbar" aria-label="Diagram" aria-controls="stage">
${buttons
  .map(
    ([name, label, title, pressed], index) =>
      `<button type="button" id="do-${name}" title="${title}" aria-label="${title}" tabindex="${index === 0 ? 0 : -1}"${
        pressed === undefined ? '' : ` aria-pressed="${pressed}"`
      }>${label}</button>`,
  )
  .join('\n')}
</div>
<form id="find" role="search" hidden>
<input id="find-text" type="search" aria-label="Find elements and flows" placeholder="Find" autocomplete="off" spellcheck="false">
<output id="find-count" for="find-text"></output>
</form>
</div>
<div id="notes" role="status"></div>
<main>
<div id="stage" role="application" aria-label="Data-flow diagram" aria-describedby="help"></div>
<aside id="legend" aria-label="Legend" hidden></aside>
<div id="minimap" aria-hidden="true" hidden></div>
<div id="popover" role="dialog" aria-labelledby="popover-name" hidden></div>
</main>
<p id="help" class="heard">Arrow keys walk the elements, Enter goes to the text, F shows findings, slash finds, plus, minus and 0 zoom, C collapses a boundary, Escape leads back.</p>
<div id="said" class="heard" aria-live="polite"></div>`;

function filesOf(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll(/[+/]/g, '0');
}
