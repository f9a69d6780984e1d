// What was dropped or chosen, as {name, files: [[path, Blob]]} or {name, zip: Blob}, and lists.

const MAX_FILES = 200000;
const isZip = name => /\.zip$/i.test(name);
const isList = name => /\.(txt|csv|tsv|xlsx|json)$/i.test(name);

// The linter reads nothing in these; .git itself tells it where the repository ends.
const passedOver = path => /(^|\/)node_modules\//.test(path) || /(^|\/)\.git\/(?!HEAD$|info\/exclude$)/.test(path);

class Trouble extends Error {
  constructor(id, values = {}) { super(id); this.id = id; this.values = values; }
}

// walk reads a folder that was dropped, slice by slice: the page stays alive.
const walk = async (entry, path, files, told) => {
  if (told.stopped) return;
  if (entry.isFile) {
    files.push([path, await new Promise((done, fail) => entry.file(done, fail))]);
    if (files.length > MAX_FILES) throw new Trouble('tooMany');
    if (files.length % 100 === 0) told.listed(files.length);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const slice = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!slice.length) return;
    for (const child of slice) {
      const name = path ? path + '/' + child.name : child.name;
      if (!passedOver(name + (child.isDirectory ? '/' : ''))) await walk(child, name, files, told);
      else if (child.name === '.git' && child.isDirectory) await repositoryMark(child, name, files);
    }
  }
};

const repositoryMark = (folder, path, files) => new Promise(done =>
  folder.getFile('HEAD', {}, entry => entry.file(file => { files.push([path + '/HEAD', file]); done(); }, done), done));

// collectDrop returns what a drop holds. The items are only there until the first await.
const collectDrop = async (transfer, told) => {
  const entries = [...transfer.items].filter(i => i.kind === 'file').map(i => i.webkitGetAsEntry() || i.getAsFile());
  const folders = entries.filter(e => e.isDirectory);
  const loose = await Promise.all(entries.filter(e => !e.isDirectory).map(e => e instanceof File ? e : new Promise((done, fail) => e.file(done, fail))));
  const found = {programs: [], lists: []};
  if (isInside(loose)) {
    const files = loose.map(f => [f.name, f]);
    for (const folder of folders) if (!passedOver(folder.name + '/')) await walk(folder, folder.name, files, told);
    return {programs: [{name: 'project', files}], lists: []};
  }
  for (const folder of folders) {
    const files = [];
    await walk(folder, '', files, told);
    found.programs.push({name: folder.name, files});
  }
  return addLoose(found, loose);
};

// isInside tells what lies in a project's folder, dropped without the folder itself.
const isInside = files => files.some(f => f.name === 'app.json' || f.name === 'project.config.json');

// addLoose sorts files that lie in no folder: archives and lists.
const addLoose = (found, loose) => {
  for (const file of loose) {
    if (isZip(file.name)) found.programs.push({name: file.name.replace(/\.zip$/i, ''), zip: file});
    else if (isList(file.name)) found.lists.push(file);
    else throw new Trouble('unknownFile', {name: file.name});
  }
  return found;
};

// collectFolder returns what was chosen as a folder: the browser has listed it.
const collectFolder = input => {
  const all = [...input.files];
  if (!all.length) return {programs: [], lists: []};
  const name = all[0].webkitRelativePath.split('/')[0];
  const files = all.map(f => [f.webkitRelativePath.slice(name.length + 1), f]).filter(([path]) => !passedOver(path));
  if (files.length > MAX_FILES) throw new Trouble('tooMany');
  return {programs: [{name, files}], lists: []};
};
