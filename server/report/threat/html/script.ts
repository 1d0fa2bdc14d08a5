/**
 * Sorts and filters the register, and opens what is folded before printing. The page is whole without it. A host that
 * puts a newer report into the page says so by the event `bartizan-report`; how the register is sorted and filtered is
 * read from the page itself.
 */
export const script = `'use strict';
(() => {
  const tableOf = () => document.getElementById('register-table');
  const formOf = () => document.getElementById('register-filters');
  const rowsOf = (table) => Array.from(table.tBodies[0].rows);
  const filter = () => {
    const rows = rowsOf(tableOf());
    const { severity, status, text, shown } = formOf().elements;
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let visible = 0;
    for (const row of rows) {
      const content = words.length === 0 ? '' : row.textContent.toLowerCase();
      const fits = (!severity.value || row.dataset.word === severity.value) &&
        (!status.value || row.dataset.status === status.value) &&
        words.every((word) => content.includes(word));
      row.hidden = !fits;
      if (fits) visible += 1;
    }
    shown.value = visible + ' of ' + rows.length;
    document.getElementById('register-none').hidden = visible > 0;
  };
  const sort = () => {
    const table = tableOf();
    const heading = table.querySelector('th[aria-sort]');
    if (!heading) return;
    const key = heading.dataset.key;
    const sign = heading.getAttribute('aria-sort') === 'descending' ? -1 : 1;
    const rows = rowsOf(table);
    rows.sort((a, b) => a.dataset[key].localeCompare(b.dataset[key], 'en', { numeric: true }) * sign);
    table.tBodies[0].append(...rows);
  };
  const turn = (heading) => {
    const down = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of heading.parentElement.cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    sort();
  };
  const prepare = () => {
    if (!tableOf()) return;
    for (const heading of tableOf().tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
    }
    formOf().hidden = false;
    filter();
    sort();
  };
  const show = (hash) => {
    const row = hash.length > 1 && document.getElementById(hash.slice(1));
    if (!row || !row.matches('#register-table tbody tr')) return;
    if (row.hidden) { formOf().reset(); filter(); }
    for (const details of row.querySelectorAll('details')) details.open = true;
    row.scrollIntoView({ block: 'start' });
  };
  document.addEventListener('input', (event) => { if (event.target.closest('#register-filters')) filter(); });
  document.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('click', (event) => {
    const heading = event.target.closest('#register-table thead th');
    if (heading) turn(heading);
    const link = event.target.closest('a[href^="#finding-"]');
    if (link) show(link.getAttribute('href'));
  });
  addEventListener('hashchange', () => show(location.hash));
  addEventListener('bartizan-report', prepare);
  prepare();
  show(location.hash);
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = Array.from(document.querySelectorAll('details:not([open])'));
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => { for (const details of folded) details.open = false; });
})();`;
