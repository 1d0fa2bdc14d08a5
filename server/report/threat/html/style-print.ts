/** Paper: A4, light, everything unfolded, nothing cut in two that belongs together. */
export const printStyle = `
@page { size: A4; margin: 17mm 15mm 18mm; @bottom-right { content: counter(page); font: 9pt sans-serif; color: #5a6575; } }
@media print {
  body { font-size: 9.6pt; line-height: 1.45; }
  .page { max-width: none; padding: 0; }
  h1 { font-size: 28pt; } h2 { font-size: 15pt; } h3 { font-size: 10.5pt; }
  h2, h3, .lead, .step-head, thead { break-after: avoid; }
  main > section { margin-top: 26pt; padding-top: 10pt; }
  .kicker { margin-bottom: 26pt; }
  .verdict { grid-template-columns: minmax(0, 1fr) 250px; gap: 24px; padding: 18px 20px; }
  .contents { break-inside: avoid; }
  #next { break-before: page; border-top: 0; margin-top: 0; }
  #diagram { break-before: page; border-top: 0; }
  #register, #sound { break-before: page; border-top: 0; }
  table { font-size: 8.4pt; } thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  .scroll, .diagram { overflow: visible; }
  .diagram { padding: 0; border: 0; break-inside: avoid; } .diagram svg { max-height: 225mm; }
  .heat .cell { min-width: 46px; height: 26px; } .heat .edition { padding: 5px; font-size: 7.4pt; }
  .heat tbody th { white-space: normal; }
  .filters, summary { display: none; }
  details::details-content { content-visibility: visible; height: auto; }
  .register td:nth-child(1) { width: 76px; } .register td:nth-child(3) { width: 96px; } .register td:nth-child(4) { width: 70px; }
  .register th button { color: inherit; }
  a { color: inherit; text-decoration: none; }
  .answers { margin-left: 70px; } .path-findings li { grid-template-columns: 70px minmax(0, 1fr); }
  .path { padding: 12pt 0; }
  .functions { grid-template-columns: repeat(3, 1fr); gap: 10px; }
}
`;
