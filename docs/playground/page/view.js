// What the page shows of an answer. Texts of an answer are only ever set as text.

const el = (tag, attributes = {}, ...children) => {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) e.setAttribute(name, value);
  e.append(...children.filter(c => c !== null));
  return e;
};

const save = file => {
  const types = {html: 'text/html', csv: 'text/csv'};
  const a = el('a', {href: URL.createObjectURL(new Blob([file.text], {type: (types[file.kind] || 'text/plain') + ';charset=utf-8'})), download: file.name});
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
};

const copy = async text => {
  try { return await navigator.clipboard.writeText(text); } catch { /* where there is none, or it is not allowed */ }
  const area = el('textarea', {class: 'unseen'});
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
};

const findingList = (findings, say) => {
  const list = el('ol', {class: 'findings'});
  for (const f of findings) {
    const rule = f.rule ? el('a', {class: 'rule', href: f.url, target: '_blank', rel: 'noopener'}, f.rule) : null;
    const places = el('ul', {class: 'places'});
    for (const p of f.places) places.append(el('li', {}, el('code', {}, p.at), p.line ? el('pre', {}, p.line.trim()) : null));
    if (f.more) places.append(el('li', {class: 'hint'}, say('more', {n: f.more})));
    list.append(el('li', {class: f.severity},
      el('p', {class: 'what'}, el('span', {class: 'badge'}, f.label), ' ' + f.text + ' ', rule),
      f.help ? el('p', {class: 'help'}, f.help) : null,
      places.children.length ? places : null));
  }
  return list;
};

const copyButton = (box, say) => {
  const button = el('button', {type: 'button', class: 'plain', 'aria-label': say('copy') + ' ' + box.title}, say('copy'));
  button.addEventListener('click', async () => {
    await copy(box.text);
    button.textContent = say('copied');
    setTimeout(() => { button.textContent = say('copy'); }, 2000);
  });
  return button;
};

const consoleBoxes = (programs, say) => {
  const all = el('div', {}, el('p', {class: 'hint'}, say('consoleHint')));
  for (const p of programs) {
    const program = el('section', {class: 'program'}, el('h3', {}, p.title));
    for (const box of p.boxes) {
      const head = el('header', {}, el('h4', {}, box.title + ' ', el('span', {}, String(box.entries))), copyButton(box, say));
      program.append(el('div', {class: 'box'}, head, el('pre', {tabindex: 0, 'aria-label': box.title}, box.text)));
    }
    if (!p.boxes.length) program.append(el('p', {class: 'hint'}, say('consoleEmpty')));
    if (p.leftOut.length) program.append(el('ul', {class: 'left'}, ...p.leftOut.map(text => el('li', {}, text))));
    all.append(program);
  }
  return all;
};

const domainTables = (programs, say) => {
  const all = el('div');
  for (const p of programs) {
    const [heads, ...rows] = p.table;
    const table = el('table', {}, el('thead', {}, el('tr', {}, ...heads.map(h => el('th', {scope: 'col'}, h)))), el('tbody', {}, ...rows.map(row =>
      el('tr', {}, ...row.map((cell, i) => i ? el('td', {'data-head': heads[i]}, cell) : el('th', {scope: 'row'}, cell))))));
    all.append(el('section', {class: 'program'}, el('h3', {}, p.title), rows.length ? el('div', {class: 'scroll'}, table) : el('p', {class: 'hint'}, say('noDomains'))));
  }
  return all;
};

// The report runs its own script, in a frame that has nothing of this page.
const reportFrame = (file, say) => el('iframe', {
  title: say('report'), sandbox: 'allow-scripts allow-downloads', allow: 'clipboard-write *',
  src: URL.createObjectURL(new Blob([file.text], {type: 'text/html;charset=utf-8'})),
});

// tabs puts panels [{id, title, count, make}] behind a list of tabs, which arrow keys move in.
const tabs = (list, panels, all, chosen) => {
  list.replaceChildren();
  panels.replaceChildren();
  const buttons = all.map(({id, title, count}) =>
    el('button', {type: 'button', role: 'tab', id: 'tab-' + id, 'aria-controls': 'panel-' + id}, title, count === undefined ? null : el('b', {}, String(count))));
  const bodies = all.map(({id}) => el('div', {role: 'tabpanel', id: 'panel-' + id, 'aria-labelledby': 'tab-' + id, tabindex: 0}));
  const select = (i, focus) => {
    buttons.forEach((b, n) => { b.setAttribute('aria-selected', n === i); b.tabIndex = n === i ? 0 : -1; bodies[n].hidden = n !== i; });
    if (!bodies[i].firstChild) bodies[i].append(all[i].make());
    if (focus) buttons[i].focus();
    chosen(all[i].id);
  };
  buttons.forEach((b, i) => b.addEventListener('click', () => select(i)));
  list.onkeydown = event => {
    const at = buttons.indexOf(document.activeElement), n = buttons.length;
    const to = {ArrowRight: (at + 1) % n, ArrowLeft: (at + n - 1) % n, Home: 0, End: n - 1}[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    select(to, true);
  };
  list.append(...buttons);
  panels.append(...bodies);
  return id => select(Math.max(all.findIndex(p => p.id === id), 0));
};
