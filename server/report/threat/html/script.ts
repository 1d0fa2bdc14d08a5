/** Sorts and filters the register, and opens what is folded before printing. The page is whole without it. */
export const script = `'use strict';
(() => {
  const table = document.getElementById('register-table');
  const form = document.getElementById('register-filters');
  if (table && form) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    const none = document.getElementById('register-none');
    const filter = () => {
      const { severity, status, text, shown } = form.elements;
      const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let visible = 0;
      for (const row of rows) {
        const fits = (!severity.value || row.dataset.word === severity.value) &&
          (!status.value || row.dataset.status === status.value) &&
          words.every((word) => texts.get(row).includes(word));
        row.hidden = !fits;
        if (fits) visible += 1;
      }
      shown.value = visible + ' of ' + rows.length;
      none.hidden = visible > 0;
    };
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    filter();
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const key = heading.dataset.key;
        const down = heading.getAttribute('aria-sort') === 'ascending';
        for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        rows.sort((a, b) => a.dataset[key].localeCompare(b.dataset[key], 'en', { numeric: true }) * (down ? -1 : 1));
        body.append(...rows);
      });
    }
    const show = () => {
      const row = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!row || !body.contains(row)) return;
      if (row.hidden) { form.reset(); filter(); }
      for (const details of row.querySelectorAll('details')) details.open = true;
      row.scrollIntoView({ block: 'start' });
    };
    addEventListener('hashchange', show);
    show();
  }
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = Array.from(document.querySelectorAll('details:not([open])'));
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => { for (const details of folded) details.open = false; });
})();`;
