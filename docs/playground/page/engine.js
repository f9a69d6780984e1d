// The worker with the linter: started with the page, and again after a run was cancelled.

const SLICE = 500; // files that are handed over at once
const loaded = new Promise(done => addEventListener('DOMContentLoaded', done)); // the engine is the last part of the page

class Engine {
  constructor(heard) {
    this.heard = heard;
    this.script = URL.createObjectURL(new Blob([document.getElementById('worker').textContent], {type: 'text/javascript'}));
    this.start();
  }

  start() {
    const worker = this.worker = new Worker(this.script);
    this.ready = new Promise(done => {
      worker.onmessage = ({data}) => {
        if (worker !== this.worker) return;
        if (data.type === 'ready') { this.module = data.module; done(); }
        this.heard(data);
      };
    });
    worker.onerror = event => { if (worker === this.worker) this.heard({type: 'failed', error: 'crashed', detail: event.message}); };
    loaded.then(() => worker.postMessage({type: 'start', module: this.module, engine: this.module ? '' : document.getElementById('engine').textContent}));
  }

  // stop ends what the worker is at.
  stop() {
    this.run = null;
    this.worker.terminate();
    this.start();
  }

  // lint hands everything over, slice by slice, and asks for the answer.
  async lint({programs, lists}, lang, sent) {
    const run = this.run = {};
    await this.ready;
    if (run !== this.run) return;
    this.worker.postMessage({type: 'reset'});
    const taken = new Set();
    const unique = name => {
      let free = name.replace(/[/\\]/g, '_') || 'project';
      if (free === '.' || free === '..') free = '_';
      while (taken.has(free)) free = '_' + free;
      taken.add(free);
      return free;
    };
    const folders = [];
    for (const program of programs) {
      const below = unique(program.name);
      folders.push(below);
      if (program.zip) this.worker.postMessage({type: 'archive', below, blob: program.zip});
      for (let i = 0; program.files && i < program.files.length; i += SLICE) {
        this.worker.postMessage({type: 'files', files: program.files.slice(i, i + SLICE).map(([name, blob]) => [below, name, blob])});
        sent(i, program.files.length);
        await new Promise(done => setTimeout(done));
        if (run !== this.run) return;
      }
    }
    const names = lists.map(file => unique(file.name));
    this.worker.postMessage({type: 'files', files: lists.map((file, i) => ['.', names[i], file])});
    this.worker.postMessage({type: 'lint', folders, lists: names, lang});
  }

  view(lang) { this.worker.postMessage({type: 'view', lang}); }
}
