/** The page: type, measure, headings, tables. */
export const layoutStyle = `
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.page { max-width: 1120px; margin: 0 auto; padding: 56px 32px 80px; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: 40px; line-height: 1.12; letter-spacing: -0.022em; font-weight: 700; text-wrap: balance; }
h2 { font-size: 23px; line-height: 1.25; letter-spacing: -0.012em; font-weight: 650; text-wrap: balance; }
h3 { font-size: 15.5px; line-height: 1.35; font-weight: 650; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
code { font: 0.86em/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; color: var(--muted); overflow-wrap: anywhere; }
small { display: block; font-size: 12px; color: var(--muted); }
.muted, .small { color: var(--muted); font-size: 13.5px; }
main > section { margin-top: 64px; padding-top: 22px; border-top: 1px solid var(--rule); scroll-margin-top: 12px; }
.lead { max-width: 68ch; margin: 6px 0 22px; color: var(--muted); text-wrap: pretty; }
.empty { padding: 14px 16px; border-radius: 6px; background: var(--sheet); color: var(--muted); }
section > h3 { margin: 28px 0 8px; }
footer { margin-top: 72px; padding-top: 16px; border-top: 1px solid var(--rule); color: var(--muted); font-size: 12.5px; }
.scroll { overflow-x: auto; }

.kicker { display: flex; justify-content: space-between; gap: 24px; padding-bottom: 12px; margin-bottom: 40px; border-bottom: 2px solid var(--ink); font-size: 12.5px; font-weight: 650; letter-spacing: 0.08em; text-transform: uppercase; }
.kicker span { font-weight: 400; letter-spacing: 0; text-transform: none; color: var(--muted); }
.description { max-width: 62ch; margin-top: 12px; font-size: 18px; line-height: 1.5; color: var(--muted); text-wrap: pretty; }
.facts { display: flex; flex-wrap: wrap; gap: 10px 36px; margin-top: 26px; font-size: 14px; }
dt { color: var(--muted); }
.facts dt, .figures dt { font-size: 12.5px; }
.verdict { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 36px; align-items: center; margin-top: 36px; padding: 28px 30px; border-radius: 10px; border-left: 5px solid var(--good); background: var(--good-tint); }
.verdict.critical { border-color: var(--critical); background: var(--critical-tint); }
.verdict.high { border-color: var(--high); background: var(--high-tint); }
.verdict.medium { border-color: var(--medium); background: var(--medium-tint); }
.verdict.low { border-color: var(--low); background: var(--low-tint); }
.verdict ul { margin-top: 12px; padding-left: 18px; font-size: 14px; }
.verdict li { margin-top: 4px; }
.balance svg { display: block; max-width: 100%; height: auto; }
.balance figcaption { display: grid; grid-template-columns: 1fr 1fr; gap: 2px 16px; margin-top: 4px; font-size: 12.5px; }
.figures { display: grid; grid-template-columns: repeat(5, 1fr); gap: 24px; margin-top: 28px; }
.figures div { display: flex; flex-direction: column; }
.figures dd { font-size: 26px; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.warning { margin-top: 28px; padding: 16px 20px; border: 1px solid var(--high); border-radius: 8px; font-size: 14px; }
.warning ul { margin-top: 8px; padding-left: 18px; }
.contents { margin-top: 44px; }
.contents ol { columns: 3; column-gap: 32px; padding-left: 20px; font-size: 14px; color: var(--muted); }
.contents li { break-inside: avoid; padding: 2px 0; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover { text-decoration: underline; }

table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.45; }
th, td { padding: 9px 14px 9px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
thead th { padding-bottom: 7px; border-bottom-color: var(--muted); color: var(--muted); font-size: 12px; font-weight: 500; vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 130px; }
td b, dd b { font-weight: 600; }
`;
