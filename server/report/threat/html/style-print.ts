/** Paper: A4, light, everything unfolded, nothing cut in two that belongs together. */
export const printStyle = `
@page { size: A4; margin: 17mm 15mm 18mm; @bottom-right { content: counter(page); font: 9pt sans-serif; color: #5a6575; } }
@page wide { size: A4 landscape; }
@media print {
  body { font-size: 9.6pt; line-height: 1.45; }
  .page { max-width: none; padding: 0; }
  h1 { font-size: 28pt; } h2 { font-size: 15pt; } h3 { font-size: 10.5pt; }
  h2, h3, .lead, .step-head, thead { break-after: avoid; }
  main > section { margin-top: 26pt; padding-top: 10pt; }
  .kicker { margin-bottom: 26pt; }
  .verdict { grid-template-columns: minmax(0, 1fr) 250px; gap: 24px; padding: 18px 20px; }
  .contents { break-inside: avoid; }
  #next, #register, #needed, #sound { break-before: page; border-top: 0; margin-top: 0; padding-top: 0; }
  #diagram { page: wide; break-before: page; break-after: page; border-top: 0; margin-top: 0; padding-top: 0; }
  #coverage { border-top: 0; margin-top: 0; padding-top: 0; } #coverage, #functions { break-inside: avoid; }
  .lead { break-inside: avoid; margin-bottom: 12pt; }
  .steps p { font-size: 9pt; } .steps li { padding: 6pt 0 6pt 40px; } .steps p { margin-top: 2pt; }
  table { font-size: 8.4pt; } thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  .heat { break-inside: avoid; }
  .scroll, .diagram { overflow: visible; }
  .diagram { padding: 0; border: 0; break-inside: avoid; } .diagram svg { max-height: 145mm; }
  .heat .cell { min-width: 46px; height: 26px; } .heat .edition { padding: 5px; font-size: 7.4pt; }
  .heat tbody th { white-space: normal; padding: 4px 8px 4px 0; font-size: 8pt; } .heat thead th { font-size: 7.6pt; }
  .filters, summary { display: none; }
  details::details-content { content-visibility: visible; height: auto; }
  .register tbody tr { break-inside: auto; } .register .title, .register .answer { break-after: avoid; }
  .register td { padding: 7pt 10px 7pt 0; }
  .register td:nth-child(1) { width: 68px; } .register td:nth-child(3) { width: 88px; } .register td:nth-child(4) { width: 62px; } .register td:nth-child(5) { width: 58px; }
  .register .title { font-size: 9.2pt; } .register .ids span { font-size: 7.4pt; }
  .answer { grid-template-columns: 72px minmax(0, 1fr); margin-top: 3pt; font-size: 8.2pt; }
  details { margin-top: 4pt; font-size: 8pt; color: var(--muted); } details p, details ul { margin-top: 2pt; max-width: none; }
  .because { columns: 2; column-gap: 18px; padding-left: 12px; }
  small, .line { font-size: 7.4pt; } .mark { font-size: 7.8pt; padding: 0 6px 0 5px; gap: 4px; }
  .control { padding: 9pt 0; break-inside: auto; } .control > p { font-size: 9pt; }
  .control dl { font-size: 8.4pt; margin-top: 4pt; } .control dl > div { grid-template-columns: 84px minmax(0, 1fr); padding: 1pt 0; }
  .register th button { color: inherit; }
  a { color: inherit; text-decoration: none; }
  .answers { margin-left: 74px; font-size: 8.4pt; } .path-findings { font-size: 9pt; gap: 3pt; } .path-findings li { grid-template-columns: 74px minmax(0, 1fr); }
  .references { columns: 3; column-gap: 24px; } .references dl > div { grid-template-columns: 74px minmax(0, 1fr); padding: 1pt 0; font-size: 7.8pt; }
  .path { padding: 9pt 0; } .chain { zoom: 0.8; }
  .elsewhere { columns: 3; column-gap: 24px; font-size: 8pt; }
  .functions { grid-template-columns: repeat(3, 1fr); gap: 10px; }
}
`;
