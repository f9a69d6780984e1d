(() => {
  'use strict';
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const form = document.querySelector('form'), out = form.querySelector('output');
  const fields = all('[name]', form), selects = all('select', form), groups = all('.group'), folds = all('details');
  const rows = all('.row').map(el => ({el, text: el.textContent.toLowerCase()}));

  const values = (el, name) => (el.closest(`[data-${name}]`)?.dataset[name] || '').split('|');
  const matches = (row, words, chosen) =>
    words.every(w => row.text.includes(w)) &&
    chosen.every(f => values(row.el, f.name).includes(f.value));

  const apply = () => {
    const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = selects.filter(f => f.value);
    let n = 0;
    for (const row of rows) {
      row.el.hidden = !matches(row, words, chosen);
      n += !row.el.hidden;
    }
    const filtered = words.length + chosen.length > 0;
    for (const g of groups) g.hidden = filtered && !g.querySelector('.row:not([hidden])');
    if (filtered) for (const d of folds) d.open ||= !!d.querySelector('.row:not([hidden])');
    document.body.classList.toggle('filtered', filtered);
    out.textContent = out.dataset.text.replace('{n}', n).replace('{all}', rows.length);
  };

  const remember = () => {
    const state = new URLSearchParams(fields.filter(f => f.value).map(f => [f.name, f.value]));
    try { history.replaceState(null, '', '#' + state); } catch { /* where the address is fixed */ }
  };

  const recall = () => {
    if (location.hash && !location.hash.includes('=')) return;
    const state = new URLSearchParams(location.hash.slice(1));
    for (const f of fields) f.value = state.get(f.name) || '';
    for (const f of selects) if (f.selectedIndex < 0) f.value = '';
    apply();
  };

  // What a link leads to and what is printed is not folded.
  const unfold = () => {
    const target = location.hash.includes('=') ? null : document.getElementById(location.hash.slice(1));
    const fold = target?.closest('details');
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  };
  let folded = [];
  addEventListener('beforeprint', () => { for (const d of folded = folds.filter(d => !d.open)) d.open = true; });
  addEventListener('afterprint', () => { for (const d of folded) d.open = false; });

  // Headers sort the rows of each part of a table.
  const order = new Intl.Collator(document.documentElement.lang, {numeric: true}).compare;
  const sort = (table, i, way) => {
    for (const body of table.tBodies) {
      const sorted = all('.row', body).sort((a, b) => way * order(a.cells[i].textContent.trim(), b.cells[i].textContent.trim()));
      body.append(...sorted);
    }
  };
  for (const table of all('table')) {
    const heads = all('thead th', table);
    heads.forEach((th, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener('click', () => {
        const way = th.ariaSort === 'ascending' ? -1 : 1;
        for (const h of heads) h.removeAttribute('aria-sort');
        th.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
        sort(table, i, way);
      });
    });
  }

  const copied = text => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    return Promise.resolve();
  };
  for (const button of all('.copy')) {
    const {copy, by, done} = button.dataset, label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', () => copied(by ? copy.replaceAll(' ', by === 'lines' ? '\n' : by) : copy).then(() => {
      button.textContent = done;
      setTimeout(() => { button.textContent = label; }, 2000);
    }, () => {}));
  }

  // The domains that are shown, as a table in which no cell is a formula.
  const cell = el => {
    const parts = all('li,div', el);
    return (parts.length ? parts : [el]).map(p => p.textContent.trim().replace(/\s+/g, ' ')).filter(Boolean).join('; ');
  };
  const quoted = s => '"' + (/^[=+\-@＝＋－＠]/.test(s) ? "'" : '') + s.replaceAll('"', '""') + '"';
  const csv = () => {
    const names = ['program', 'box'].map(name => form[name].parentElement.firstElementChild.textContent);
    const lines = [[...names, ...all('thead th', document.querySelector('.domains') || form).map(cell)]];
    for (const row of all('.domains .row:not([hidden])'))
      lines.push([values(row, 'program')[0], values(row, 'box')[0], ...[...row.cells].map(cell)]);
    return '\ufeff' + lines.map(l => l.map(quoted).join(',')).join('\r\n') + '\r\n';
  };
  form.querySelector('.csv').addEventListener('click', () => {
    const a = document.createElement('a');
    a.href = URL.createObjectURL(new Blob([csv()], {type: 'text/csv'}));
    a.download = 'domains.csv';
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  });

  // The mini programs have their boxes in the console's order.
  for (const f of selects) {
    const inOrder = all(`.program [data-${f.name}], .program[data-${f.name}]`);
    const found = f.name === 'box' || f.name === 'program' ? inOrder : [];
    const names = new Set([...found, ...all(`[data-${f.name}]`)].flatMap(el => values(el, f.name)));
    names.delete('');
    for (const name of names) f.add(new Option(name));
    f.parentElement.hidden = names.size < 2;
  }

  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
  form.addEventListener('submit', e => e.preventDefault());
  addEventListener('hashchange', () => { recall(); unfold(); });
  form.hidden = false;
  apply();
  recall();
  unfold();
})();
