// The page: what was chosen, the run, and the words of a language.

const $ = id => document.getElementById(id);
const texts = JSON.parse($('texts').textContent);
const site = 'https://beianlint.github.io/beianlint/';
const state = {lang: '', programs: [], lists: [], view: null, tab: '', said: null, running: false, version: ''};
const told = {stopped: false, listed: n => progress('listing', {n})};

// say returns a text in the language of the page. One with a number may have a form for one.
const say = (id, values = {}) => {
  const text = texts[state.lang][values.n === 1 && id + 'One' in texts[state.lang] ? id + 'One' : id];
  return text.replace(/\{(\w+)\}/g, (_, name) => typeof values[name] === 'number' ? values[name].toLocaleString(document.documentElement.lang) : values[name]);
};

const speak = lang => {
  state.lang = lang;
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = say('title') + ' · beianlint';
  for (const e of document.querySelectorAll('[data-text]')) e.textContent = say(e.dataset.text);
  for (const e of document.querySelectorAll('[data-label]')) e.setAttribute('aria-label', say(e.dataset.label));
  for (const e of document.querySelectorAll('[data-site]')) e.href = (location.protocol === 'file:' ? site : '../') + (lang === 'zh' ? 'index.zh-CN.html' : 'index.html');
  $('language').textContent = lang === 'zh' ? 'English' : '中文';
  $('language').lang = lang === 'zh' ? 'en' : 'zh-CN';
  $('version').textContent = state.version ? 'beianlint ' + state.version : '';
  showChosen();
  if (state.said) trouble(...state.said);
};

const progress = (id, values = {}, share = undefined) => {
  $('progress').hidden = false;
  $('progress-text').textContent = say(id, values);
  const bar = document.querySelector('progress');
  if (share === undefined) bar.removeAttribute('value');
  else bar.value = share;
};

const trouble = (id, values = {}) => {
  state.said = [id, values];
  $('trouble').hidden = false;
  $('trouble').firstElementChild.textContent = say(id, values);
};

const settle = () => {
  state.running = false;
  $('progress').hidden = true;
  delete document.body.dataset.busy;
};

// chosen shows what stands in a card, with buttons that take it out again.
const chosen = (card, items, remove) => {
  const list = card.querySelector('.chosen');
  list.replaceChildren(...items.map(({name, about}, i) => {
    const button = el('button', {type: 'button', 'aria-label': say('remove', {name})}, '×');
    button.addEventListener('click', () => { remove(i); changed(); });
    return el('li', {}, name, about ? el('span', {}, about) : null, button);
  }));
  list.hidden = !items.length;
  card.classList.toggle('full', items.length > 0);
};

const showChosen = () => {
  chosen($('program'), state.programs.map(p => ({name: p.name, about: p.zip ? 'ZIP' : say('files', {n: p.files.length})})), i => state.programs.splice(i, 1));
  chosen($('list'), state.lists.map(f => ({name: f.name})), i => state.lists.splice(i, 1));
};

// take adds what was collected: mini programs in place of those before, lists too.
const take = found => {
  if (found.programs.length) state.programs = found.programs;
  if (found.lists.length) state.lists = found.lists;
  changed();
};

const changed = () => {
  state.said = state.view = null;
  $('trouble').hidden = $('result').hidden = true;
  showChosen();
  if (state.running) engine.stop();
  if (!state.programs.length) return settle();
  state.running = true;
  document.body.dataset.busy = '';
  progress(engine.module ? 'sending' : 'loading', {n: 0, all: 0});
  engine.lint(state, state.lang, (n, all) => progress('sending', {n, all}, n / all));
};

// collecting runs what reads a drop, and says what went wrong.
const collecting = async collect => {
  told.stopped = false;
  try {
    const found = await collect();
    if (!told.stopped) take(found);
  } catch (err) {
    if (!state.running) settle();
    trouble(err.id || 'crashed', {detail: String(err), ...err.values});
  }
};

const heard = {
  ready: ({version}) => {
    state.version = version;
    $('version').textContent = 'beianlint ' + version;
    document.body.dataset.ready = Math.round(performance.now());
  },
  progress: ({read, files, following}) => following ? progress('following') : progress('reading', {n: read, all: files}, read / files),
  failed: ({error, detail}) => {
    settle();
    if (error === 'crashed' && engine.module) engine.stop();
    trouble(error || 'crashed', {detail, name: state.programs.map(p => p.name).join(', ')});
  },
  view: ({view}) => {
    const again = state.view !== null;
    state.view = JSON.parse(view);
    settle();
    show(state.view);
    if (!again) $('verdict').focus();
  },
};

const show = view => {
  $('result').hidden = false;
  const failed = !!view.failure;
  const verdict = failed ? say('failed') : view.listed ? view.verdict : say('noList', {n: view.domains});
  $('verdict').textContent = verdict;
  $('verdict').className = view.listed || failed ? view.look : '';
  $('counts').textContent = view.counts;
  $('refused').hidden = !view.refused;
  $('refused').textContent = say('refused', {n: view.refused || 0});
  $('next').hidden = failed || view.listed;
  $('next').textContent = say('noListHint');
  $('said').textContent = verdict;
  $('save').replaceChildren(...(view.files || []).map((file, i) => {
    const button = el('button', {type: 'button', class: i ? 'plain' : 'main'}, say('save-' + file.kind));
    button.addEventListener('click', () => save(file));
    return button;
  }));
  const report = (view.files || []).find(f => f.kind === 'html');
  const findings = view.failure || view.findings;
  const nothing = () => el('p', {class: 'hint'}, say('noFindings'));
  const all = [
    {id: 'findings', title: say('findings'), count: findings.length, make: () => findings.length ? findingList(findings, say) : nothing()},
    report && {id: 'report', title: say('report'), make: () => reportFrame(report, say)},
    !failed && {id: 'domains', title: say('domains'), count: view.domains, make: () => domainTables(view.programs, say)},
    !failed && {id: 'console', title: say('console'), make: () => consoleBoxes(view.programs, say)},
  ].filter(Boolean);
  tabs(document.querySelector('[role=tablist]'), $('panels'), all, id => { state.tab = id; })(state.tab || (view.listed || failed ? 'findings' : 'domains'));
};

const example = () => {
  const {files, list} = JSON.parse($('shop').textContent);
  take({programs: [{name: 'shop', files: Object.entries(files).map(([name, text]) => [name, new Blob([text])])}], lists: [new File([list], 'filed-domains.txt')]});
};

const engine = new Engine(data => heard[data.type](data));
const listen = () => {
  for (const [button, input] of [['choose-folder', 'folder'], ['choose-zip', 'zip'], ['choose-list', 'lists']])
    $(button).addEventListener('click', () => $(input).click());
  $('choose-folder').hidden = !('webkitdirectory' in $('folder'));
  $('folder').addEventListener('change', e => collecting(async () => collectFolder(e.target)));
  for (const id of ['zip', 'lists']) $(id).addEventListener('change', e => collecting(async () => addLoose({programs: [], lists: []}, [...e.target.files])));
  for (const id of ['folder', 'zip', 'lists']) $(id).addEventListener('click', e => { e.target.value = ''; }); // the same once more is a change
  $('example').addEventListener('click', example);
  $('cancel').addEventListener('click', () => {
    told.stopped = true;
    engine.stop();
    settle();
    trouble('cancelled');
  });
  $('language').addEventListener('click', () => {
    speak(state.lang === 'zh' ? 'en' : 'zh');
    if (state.view) engine.view(state.lang);
  });
  let inside = 0; // dragenter and dragleave come for every element
  addEventListener('dragenter', () => { document.body.classList.toggle('over', ++inside > 0); });
  addEventListener('dragleave', () => { document.body.classList.toggle('over', --inside > 0); });
  addEventListener('dragover', e => e.preventDefault());
  addEventListener('drop', e => {
    e.preventDefault();
    inside = 0;
    document.body.classList.remove('over');
    collecting(() => collectDrop(e.dataTransfer, told));
  });
};

speak(/^#zh/.test(location.hash) || !/^#en/.test(location.hash) && /^zh/i.test(navigator.language) ? 'zh' : 'en');
listen();
