(() => {
  'use strict';
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const form = document.querySelector('form'), out = form.querySelector('output');
  const fields = all('[name]', form), selects = all('select', form), groups = all('.group');
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
  addEventListener('hashchange', recall);
  form.hidden = false;
  apply();
  recall();
})();
