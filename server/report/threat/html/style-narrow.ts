/** A small window, or a panel beside the text: one column, and findings as cards instead of rows. */
export const narrowStyle = `
@media screen and (max-width: 760px) {
  .page { padding: 28px 18px 56px; }
  h1 { font-size: 30px; overflow-wrap: anywhere; }
  .kicker { flex-direction: column; gap: 2px; margin-bottom: 28px; }
  .verdict { grid-template-columns: 1fr; padding: 20px; }
  .figures { grid-template-columns: repeat(2, 1fr); }
  .contents ol { columns: 1; }
  .columns, .references, .elsewhere { columns: 1; }
  .functions { grid-template-columns: 1fr; }
  .register, .register tbody { display: block; }
  .register thead tr { display: flex; flex-wrap: wrap; gap: 4px 18px; padding-bottom: 8px; border-bottom: 1px solid var(--muted); }
  .register thead th { padding: 0; border: 0; }
  .register tbody tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 14px; padding: 14px 0; border-bottom: 1px solid var(--rule); }
  .register tbody tr[hidden] { display: none; }
  .register tbody td:nth-child(n) { width: auto; padding: 0; border: 0; }
  .register tbody td:nth-child(2) { order: 1; flex-basis: 100%; }
  .register tbody br { display: none; } .register tbody td > .line { margin-left: 6px; }
  .register tbody small { display: inline; margin-left: 6px; }
  .control dl > div { grid-template-columns: 84px minmax(0, 1fr); }
  .answers { margin-left: 0; }
}
`;
