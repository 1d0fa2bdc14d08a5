import type * as vscode from 'vscode';
import { makeNonce, pageFile } from '../panels/page-files.ts';

/** The page of the panel. It holds no text of a descriptor: pictures come by message and are put in as elements. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = makeNonce();
  const at = (name: string): string => pageFile(webview, extensionUri, name);
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

interface Button {
  readonly name: string;
  readonly label: string;
  readonly title: string;
  /** For a label that cannot be spoken. */
  readonly heard?: string;
  readonly pressed?: boolean;
}

const buttons: readonly Button[] = [
  { name: 'out', label: '−', title: 'Zoom out (-)', heard: 'Zoom out' },
  { name: 'in', label: '+', title: 'Zoom in (+)', heard: 'Zoom in' },
  { name: 'fit', label: 'Fit', title: 'Fit the picture to the panel (0)' },
  { name: 'find', label: 'Find', title: 'Find elements and flows (/)' },
  { name: 'focus', label: 'Focus…', title: 'Focus on an element, a boundary, a risk or an attack path' },
  { name: 'turn', label: 'Turn', title: 'Lay out to the right or downwards (T)' },
  { name: 'legend', label: 'Legend', title: 'Show the legend (L)', pressed: false },
  { name: 'export', label: 'Export…', title: 'Export or copy the picture' },
];

const body = `<header id="bar">
<div id="tools" role="toolbar" aria-label="Diagram" aria-controls="stage">
${buttons.map(buttonHtml).join('\n')}
</div>
<form id="find" role="search" hidden>
<input id="find-text" type="search" aria-label="Find elements and flows" placeholder="Find" autocomplete="off" spellcheck="false">
<output id="find-count" for="find-text"></output>
</form>
</header>
<div id="notes" role="status"></div>
<main>
<div id="stage" role="application" aria-label="Data-flow diagram" aria-describedby="help"></div>
<section id="legend" aria-label="Legend" hidden></section>
<div id="minimap" aria-hidden="true" hidden></div>
<div id="popover" role="dialog" aria-labelledby="popover-name" hidden></div>
<p id="help" class="heard">Arrow keys walk the elements, Enter goes to the text, F shows findings, slash finds, plus, minus and 0 zoom, C collapses a boundary, Escape leads back.</p>
<div id="said" class="heard" aria-live="polite"></div>
</main>`;

function buttonHtml({ name, label, title, heard, pressed }: Button, index: number): string {
  const more = [
    ...(heard === undefined ? [] : [`aria-label="${heard}"`]),
    ...(pressed === undefined ? [] : [`aria-pressed="${pressed}"`]),
  ].join(' ');
  return `<button type="button" id="do-${name}" title="${title}" tabindex="${index === 0 ? 0 : -1}" ${more}>${label}</button>`;
}
