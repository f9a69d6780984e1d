(() => {
  'use strict';
  const form = document.querySelector('form'), out = form.querySelector('output');
  const fields = [...form.querySelectorAll('[name]')];
  const rows = [...document.querySelectorAll('.row')].map(el => ({el, text: el.textContent.toLowerCase()}));
  const groups = [...document.querySelectorAll('.group')];

  const matches = (row, words, chosen) =>
    words.every(w => row.text.includes(w)) &&
    chosen.every(f => (row.el.dataset[f.name] || '').split(' ').includes(f.value));

  const apply = () => {
    const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = fields.filter(f => f.name !== 'q' && f.value);
    let shown = 0;
    for (const row of rows) {
      row.el.hidden = !matches(row, words, chosen);
      shown += !row.el.hidden;
    }
    const filtered = words.length + chosen.length > 0;
    for (const g of groups) g.hidden = filtered && !g.querySelector('.row:not([hidden])');
    document.body.classList.toggle('filtered', filtered);
    out.textContent = out.dataset.text.replace('{n}', shown).replace('{all}', rows.length);
  };

  const remember = () => {
    const state = new URLSearchParams(fields.filter(f => f.value).map(f => [f.name, f.value]));
    try { history.replaceState(null, '', '#' + state); } catch { /* the file may be shown where addresses are fixed */ }
  };

  const recall = () => {
    if (location.hash && !location.hash.includes('=')) return;
    const state = new URLSearchParams(location.hash.slice(1));
    for (const f of fields) f.value = state.get(f.name) || '';
    for (const f of fields) if (f.selectedIndex === -1) f.selectedIndex = 0;
    apply();
  };

  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
  form.addEventListener('submit', e => e.preventDefault());
  addEventListener('hashchange', recall);
  form.hidden = false;
  apply();
  recall();
})();
