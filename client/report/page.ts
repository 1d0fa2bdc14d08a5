import type * as vscode from 'vscode';
import { script } from '../../server/report/threat/html/script.ts';
import { darkColours, formStyle, lightColours } from '../../server/report/threat/html/style.ts';
import { makeNonce, pageFile } from '../panels/page-files.ts';

/** The page of the panel. It holds no text of a descriptor: reports come by message and are put in as elements. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = makeNonce();
  const at = (name: string): string => pageFile(webview, extensionUri, name);
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Threat report</title>
<style nonce="${nonce}">${style}</style>
<link nonce="${nonce}" rel="stylesheet" href="${at('report.css')}">
</head>
<body>
<p id="stale" role="status" hidden></p>
<div id="report"><p class="page muted">Writing the report…</p></div>
<script nonce="${nonce}">${script}</script>
<script nonce="${nonce}" src="${at('report.js')}"></script>
</body>
</html>`;
}

/**
 * The report's own style; its colours follow the theme of the editor, which may be another than the system's. By
 * `:where` they give way to what the style sheet of the panel says.
 */
const style = `
:where(body) {${lightColours}
}
:where(body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light)) {${darkColours}
}
${formStyle}`;
