// The worker: runs the linter, so that the page stays alive. Behind Go's wasm_exec.js in one script.
'use strict';
const reader = new FileReaderSync();
const bytesOf = blob => new Uint8Array(reader.readAsArrayBuffer(blob));

// The engine stands in the page as base64 of gzip; a second worker is handed the compiled module.
const compiled = async ({module, engine}) => {
  if (module) return module;
  const packed = atob(engine.trim());
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compileStreaming(new Response(unpacked, {headers: {'Content-Type': 'application/wasm'}}));
};

const start = async message => {
  const module = await compiled(message);
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  go.run(instance).then(() => postMessage({type: 'failed', error: 'crashed', detail: ''}));
  postMessage({type: 'ready', module, version: beianlint.version});
};

const jobs = {
  start,
  reset: () => beianlint.reset(),
  // files: [folder, name, Blob]
  files: ({files}) => {
    for (const [below, name, blob] of files) {
      const failed = beianlint.file(below, name, blob.size, () => bytesOf(blob));
      if (failed) return failed;
    }
  },
  archive: ({below, blob}) => beianlint.archive(below, blob.size, (offset, length) => bytesOf(blob.slice(offset, offset + length))),
  lint: ({folders, lists, lang}) => {
    const failed = beianlint.lint(folders, lists, (read, files, following) => postMessage({type: 'progress', read, files, following}));
    return failed || jobs.view({lang});
  },
  view: ({lang}) => {
    const view = beianlint.view(lang);
    if (typeof view !== 'string') return view;
    postMessage({type: 'view', view});
  },
};

let broken = false; // until the next reset, what follows a failure is passed over
onmessage = async ({data}) => {
  if (data.type === 'reset') broken = false;
  if (broken) return;
  try {
    const failed = await jobs[data.type](data);
    if (failed) { broken = true; postMessage({type: 'failed', ...failed}); }
  } catch (err) {
    broken = true;
    postMessage({type: 'failed', error: data.type === 'start' ? 'cannotStart' : 'crashed', detail: String(err)});
  }
};
