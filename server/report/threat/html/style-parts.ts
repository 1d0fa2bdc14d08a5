/** The pieces of single sections. */
export const partsStyle = `
.mark { display: inline-flex; align-items: center; gap: 6px; padding: 1px 9px 1px 7px; border-radius: 99px; font-size: 12px; font-weight: 600; line-height: 1.55; white-space: nowrap; vertical-align: 1px; }
.mark::before { content: ''; width: 7px; height: 7px; border-radius: 50%; background: currentColor; }
.mark.critical { color: var(--critical); background: var(--critical-tint); }
.mark.high { color: var(--high); background: var(--high-tint); }
.mark.medium { color: var(--medium); background: var(--medium-tint); }
.mark.low { color: var(--low); background: var(--low-tint); }
.mark.none { color: var(--good); background: var(--good-tint); }
.mark.critical::before { border-radius: 0; transform: rotate(45deg); }
.mark.high::before { border-radius: 0; }
.mark.low::before { background: none; border: 2px solid currentColor; }
.effort { font-size: 12px; color: var(--muted); }
.effort + .effort::before { content: '· '; }
.line { font-size: 12px; color: var(--muted); white-space: nowrap; }

.fill.critical { fill: var(--critical); } .fill.high { fill: var(--high); }
.fill.medium { fill: var(--medium); opacity: 0.75; } .fill.low { fill: var(--low); opacity: 0.55; }
.balance text { fill: var(--ink); font-size: 13px; }
.balance .label { font-weight: 600; } .balance .note { font-weight: 400; fill: var(--muted); font-size: 12px; }
.balance .number { font-weight: 650; font-variant-numeric: tabular-nums; }
.key::before { content: ''; display: inline-block; width: 9px; height: 9px; margin-right: 6px; border-radius: 2px; }
.key, .key i { font-style: normal; color: var(--muted); } .key b { color: var(--ink); }
.key.critical::before { background: var(--critical); } .key.high::before { background: var(--high); } .key.medium::before { background: var(--medium); } .key.low::before { background: var(--low); }

.steps { list-style: none; counter-reset: step; display: grid; gap: 0; }
.steps li { counter-increment: step; position: relative; padding: 16px 0 16px 48px; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.steps li:first-child { padding-top: 0; } .steps li:last-child { border-bottom: 0; }
.steps li::before { content: counter(step); position: absolute; left: 0; width: 28px; height: 28px; border-radius: 50%; border: 1.5px solid var(--ink); font-weight: 650; font-size: 13.5px; line-height: 25px; text-align: center; }
.step-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
.steps p, .control > p { max-width: 78ch; margin-top: 4px; }
.step-foot { font-size: 13.5px; color: var(--muted); }
.step-foot b { color: var(--ink); font-weight: 600; }

.diagram { padding: 12px; border: 1px solid var(--rule); border-radius: 8px; overflow: auto; }
.diagram svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }

.heat { table-layout: auto; }
.heat th, .heat td { padding: 0; border: 0; vertical-align: middle; }
.heat thead th { padding: 0 3px 8px; text-align: center; vertical-align: bottom; font-size: 11.5px; }
.heat thead th:first-child { text-align: left; padding-left: 0; }
.heat tbody th { padding: 7px 12px 7px 0; }
.heat .edition { padding: 7px 8px; text-align: center; font-size: 11.5px; color: var(--muted); white-space: nowrap; font-variant-numeric: tabular-nums; }
.heat .edition.chosen { color: var(--ink); font-weight: 600; }
.heat .cell { min-width: 58px; height: 34px; text-align: center; vertical-align: middle; font-weight: 650; font-variant-numeric: tabular-nums; color: var(--on-heat); border: 2px solid var(--paper); border-radius: 6px; }
.heat .cell i { font-style: normal; font-weight: 400; opacity: 0.85; }
.heat .cell.none { background: var(--sheet); color: var(--muted); font-weight: 400; }
.cell.full, .swatch.full { background: var(--full); } .cell.part, .swatch.part { background: var(--part); }
.cell.open, .swatch.open { background: var(--open); } .swatch.none { background: var(--sheet); border: 1px solid var(--rule); }
.legend { margin-top: 12px; font-size: 12.5px; color: var(--muted); }
.swatch { display: inline-block; width: 13px; height: 13px; margin: 0 6px 0 18px; border-radius: 3px; vertical-align: -2px; }
.swatch:first-child { margin-left: 0; }

.stack text { font-size: 14px; font-weight: 650; fill: var(--ink); }
.stack .gap { fill: none; stroke: var(--rule); } .stack .there { fill: var(--good); }
.stack.thin .there { fill: var(--medium); } .stack.bare text { fill: var(--high); }
.chain-words { overflow-wrap: anywhere; } .chain-words i { color: var(--muted); font-style: normal; }
.chain-words .untrusted { color: var(--high); font-weight: 600; }
.stands { margin-top: 2px; font-size: 12.5px; color: var(--good); } .stands b { color: inherit; }
.opens { display: block; padding: 2px 0; }

.functions { list-style: none; display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; }
.functions li { padding: 16px 18px; border: 1px solid var(--rule); border-top: 3px solid var(--good); border-radius: 6px; font-size: 13.5px; break-inside: avoid; }
.functions .bare { border-top-color: var(--high); }
.function { display: flex; justify-content: space-between; }
.many { font-size: 28px; font-weight: 650; line-height: 1.3; letter-spacing: -0.02em; } .bare .many { color: var(--high); }
.names { margin-top: 6px; font-size: 12.5px; color: var(--muted); }

.path { padding: 20px 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.path:first-of-type { padding-top: 0; } .path:last-of-type { border-bottom: 0; }
.chain { display: block; max-width: 100%; height: auto; font-family: Arial, 'Liberation Sans', Helvetica, sans-serif; }
.chain .box rect { fill: var(--sheet); stroke: var(--muted); }
.chain .box.source rect { stroke: var(--high); stroke-width: 1.75; } .chain .source.trusted rect { stroke: var(--muted); }
.chain .box.target rect { fill: var(--high-tint); stroke: var(--high); stroke-width: 1.75; }
.chain .name { font-size: 13px; font-weight: 700; fill: var(--ink); } .chain .kind { font-size: 11px; fill: var(--muted); }
.chain .flow { font-size: 11px; fill: var(--muted); } .chain .crossing { font-size: 11px; fill: var(--high); }
.chain .wire { fill: none; stroke: var(--muted); stroke-width: 1.4; } .chain .head { fill: var(--muted); }
.chain .border { stroke: var(--high); stroke-width: 2; fill: none; }
.path-findings { list-style: none; display: grid; gap: 6px; margin-top: 8px; font-size: 14px; }
.path-findings li { display: grid; grid-template-columns: 94px minmax(0, 1fr); align-items: start; }
.path-findings .mark { justify-self: start; }
.answers { margin: 8px 0 0 94px; font-size: 13px; color: var(--muted); } .answers span { color: var(--good); font-weight: 600; }

.filters { display: flex; flex-wrap: wrap; gap: 10px 22px; align-items: center; margin-bottom: 16px; font-size: 13px; color: var(--muted); }
.filters[hidden] { display: none; }
.filters select, .filters input { margin-left: 6px; padding: 4px 8px; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--rule); border-radius: 5px; }
.filters input { width: 230px; }
.register th button { all: unset; cursor: pointer; } .register th button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.register th[aria-sort='ascending'] button::after { content: ' ↑'; } .register th[aria-sort='descending'] button::after { content: ' ↓'; }
.register td { padding-top: 13px; padding-bottom: 13px; } .register tr { scroll-margin-top: 8px; }
.register tr:target { background: var(--sheet); }
.register td:nth-child(1) { width: 96px; } .register td:nth-child(3) { width: 150px; overflow-wrap: anywhere; } .register td:nth-child(4) { width: 96px; } .register td:nth-child(5) { width: 92px; }
.register .title { font-size: 14.5px; } .register .ids span { white-space: nowrap; font-size: 12px; }
.register .accepted td, .register .accepted .title { color: var(--muted); font-weight: 400; }
.answer { display: grid; grid-template-columns: 72px minmax(0, 1fr); margin-top: 6px; font-size: 13px; }
.answer > span { color: var(--good); font-weight: 600; } .answer ul { list-style: none; }
details { margin-top: 8px; font-size: 13px; } details .muted { font-size: inherit; } summary { cursor: pointer; color: var(--link); width: max-content; }
details p, details ul { margin-top: 6px; max-width: 74ch; } .because { padding-left: 18px; }

.control { padding: 20px 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.control:first-of-type { padding-top: 0; } .control:last-of-type { border-bottom: 0; }
.control dl { margin-top: 10px; font-size: 13.5px; }
.control dl > div { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 0 12px; padding: 3px 0; }
.control ul { padding-left: 16px; } .control li + li { margin-top: 3px; }
.state { white-space: nowrap; color: var(--good); font-weight: 600; }
.state.absent, .state.ineffective { color: var(--high); } .state.planned, .state.partial { color: var(--medium); }
.state.not-applicable, .state.brought { color: var(--muted); font-weight: 400; }
.late { color: var(--high); } .day { white-space: nowrap; } th details { font-weight: 400; } th details ul { padding-left: 16px; }
.columns { columns: 2; column-gap: 40px; padding-left: 18px; font-size: 13.5px; } .columns li { break-inside: avoid; }
.plain { list-style: none; }
.elsewhere { columns: 3; column-gap: 32px; padding-left: 16px; font-size: 13px; color: var(--muted); } .elsewhere li { break-inside: avoid; padding: 1px 0; }
.references { columns: 2; column-gap: 48px; } .references > div { margin-bottom: 26px; }
.references h3 { margin-bottom: 6px; break-inside: avoid; break-after: avoid; } .references dl > div { display: grid; grid-template-columns: 92px minmax(0, 1fr); padding: 3px 0; font-size: 13px; break-inside: avoid; }
`;
