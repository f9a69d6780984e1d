// Builds mini programs as teams build them. On stdin: {case: {file: text}}; on stdout: {build: {case: {file: text}}},
// without the cases that a build cannot make. Arguments: the folder of node_modules, and the builds that are wanted, or none for all.
const fs = require('fs'), os = require('os'), path = require('path')
const load = name => require(path.join(path.resolve(process.argv[2]), name))
const { minify } = load('terser'), webpack = load('webpack')

const isScript = file => /\.js$/.test(file) && !/\.config\.js$|^config\/|miniprogram_npm/.test(file)

// terser renames and compresses every script by itself, and leaves alone what it cannot read.
async function minified(files) {
  const out = { ...files }
  for (const file of Object.keys(files).filter(isScript)) {
    try {
      const { code } = await minify(files[file], { module: true, toplevel: true, compress: { passes: 2 }, mangle: true })
      out[file] = code
    } catch (err) {
      if (process.env.VERBOSE) console.error(file, String(err))
    }
  }
  return out
}

// entries are the scripts that the platform loads.
function entries(files) {
  const app = JSON.parse(files['app.json'])
  const found = new Set(['app.js', 'game.js', ...(app.pages || []).map(p => p + '.js')])
  for (const sub of app.subPackages || app.subpackages || []) for (const p of sub.pages) found.add(path.posix.join(sub.root, p) + '.js')
  for (const file of Object.keys(files).filter(f => f.endsWith('.json'))) {
    const components = JSON.parse(files[file]).usingComponents || {}
    for (const at of Object.values(components)) {
      found.add((at[0] === '/' ? at.slice(1) : path.posix.join(path.posix.dirname(file), at)) + '.js')
      found.add((at[0] === '/' ? at.slice(1) : path.posix.join(path.posix.dirname(file), at)) + '/index.js')
    }
  }
  return [...found].filter(f => files[f] !== undefined)
}

// bundled makes one script of each entry and what it requires, and with split a common one of what several do.
function bundled(files, { mode, split }) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bundle-'))
  for (const file in files) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
    fs.writeFileSync(path.join(dir, file), files[file])
  }
  const names = entries(files)
  const config = {
    mode, devtool: false, context: dir, target: ['web', 'es5'],
    entry: Object.fromEntries(names.map(f => [f.slice(0, -3), './' + f])),
    output: { path: path.join(dir, '.out'), filename: '[name].js', globalObject: 'wx', asyncChunks: false },
    resolve: { roots: [dir], modules: [dir, path.join(dir, 'miniprogram_npm')] },
    externals: async ({ context, request, getResolve }) => getResolve()(context, request).then(() => undefined, () => 'commonjs2 ' + request),
    optimization: split ? { runtimeChunk: { name: 'runtime' }, splitChunks: { cacheGroups: { common: { name: 'common', chunks: 'all', minChunks: 1, enforce: true, test: m => !names.includes(path.relative(dir, m.resource || '')) } } } } : {},
  }
  return new Promise((done, fail) => webpack(config, (err, stats) => {
    if (err || stats.hasErrors()) return fail(err || stats.toString('errors-only'))
    const out = Object.fromEntries(Object.entries(files).filter(([f]) => !isScript(f)))
    const made = fs.readdirSync(path.join(dir, '.out'), { recursive: true }).filter(f => f.endsWith('.js'))
    for (const file of made) {
      const up = '../'.repeat(file.split('/').length - 1) || './'
      const head = split && names.includes(file) ? ['runtime', 'common'].filter(c => made.includes(c + '.js')).map(c => `require("${up}${c}.js");`).join('') : ''
      out[file] = head + fs.readFileSync(path.join(dir, '.out', file), 'utf8')
    }
    fs.rmSync(dir, { recursive: true })
    done(out)
  }))
}

const builds = {
  terser: minified,
  webpack: files => bundled(files, { mode: 'production' }),
  'webpack in development': files => bundled(files, { mode: 'none' }),
  'webpack with chunks': files => bundled(files, { mode: 'production', split: true }),
}

async function main() {
  const cases = JSON.parse(fs.readFileSync(0, 'utf8')), out = {}
  const wanted = process.argv.slice(3)
  for (const build in builds) {
    if (wanted.length && !wanted.includes(build)) continue
    out[build] = {}
    for (const name in cases) {
      try {
        out[build][name] = await builds[build](cases[name])
      } catch (err) {
        if (process.env.VERBOSE) console.error(build, name, String(err))
      }
    }
  }
  process.stdout.write(JSON.stringify(out))
}
main()
