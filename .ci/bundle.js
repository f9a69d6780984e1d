// Builds mini programs as teams build them. On stdin and stdout: {case: {file: text}}, without the cases that cannot
// be built. Arguments: the folder of node_modules, and one of the builds at the end of this file.
const fs = require('fs'), os = require('os'), path = require('path')
const load = name => require(path.join(path.resolve(process.argv[2]), name))
const { minify } = load('terser'), webpack = load('webpack')

const isScript = file => /\.js$/.test(file) && !/\.config\.js$|^config\/|miniprogram_npm/.test(file)

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

// each gives every script to a compiler by itself, and leaves alone what that cannot read,
// but not all.
async function each(files, compile) {
  const out = { ...files }
  let failed
  for (const file of Object.keys(files).filter(isScript)) {
    try {
      out[file] = await compile(files[file], file)
    } catch (err) {
      failed = err
      if (process.env.VERBOSE) console.error(file, String(err))
    }
  }
  if (failed && Object.keys(files).every(file => out[file] === files[file])) throw failed
  return out
}

const minified = files => each(files, async text => (await minify(text, { module: true, toplevel: true, compress: { passes: 2 }, mangle: true })).code)

// Compilers down to what old phones run: async functions become state machines, classes become functions.
const compilers = {
  babel: files => each(files, (text, filename) => load('@babel/core').transformAsync(text, {
    filename, babelrc: false, configFile: false, sourceType: 'unambiguous',
    presets: [[load('@babel/preset-env'), { targets: { ie: '11' }, modules: 'commonjs' }]],
  }).then(made => made.code)),
  typescript: files => each(files, text => {
    const ts = load('typescript')
    return ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS, downlevelIteration: true, allowJs: true } }).outputText
  }),
  swc: files => each(files, text => load('@swc/core').transform(text, {
    isModule: 'unknown', jsc: { target: 'es5', parser: { syntax: 'ecmascript', decorators: true }, transform: { legacyDecorator: true } }, module: { type: 'commonjs' },
  }).then(made => made.code)),
}

// written puts the files into a folder of their own.
function written(files) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bundle-'))
  for (const file in files) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
    fs.writeFileSync(path.join(dir, file), files[file])
  }
  return dir
}

// collected returns the built scripts among what is no script, and removes the folder.
function collected(files, dir, head = () => '') {
  const out = Object.fromEntries(Object.entries(files).filter(([f]) => !isScript(f)))
  const made = fs.readdirSync(path.join(dir, '.out'), { recursive: true }).filter(f => f.endsWith('.js'))
  for (const file of made) out[file] = head(file, made) + fs.readFileSync(path.join(dir, '.out', file), 'utf8')
  fs.rmSync(dir, { recursive: true })
  return out
}

// aliases are those of the app, which a build has to know, by the names that it looks up.
function aliases(files) {
  const given = Object.entries(JSON.parse(files['app.json']).resolveAlias || {})
  return given.map(([name, to]) => [name.replace(/\/\*$/, ''), to.replace(/^\/|\/?\*$/g, ''), name.endsWith('/*')])
}

const stem = file => file.slice(0, -3)

// esbuilt makes one script of each entry and what it requires.
async function esbuilt(files, options) {
  const dir = written(files), names = entries(files)
  const unknown = { name: 'unknown', setup: build => build.onResolve({ filter: /^/ }, async args => {
    if (args.pluginData) return
    const { kind, resolveDir, importer } = args
    const found = await build.resolve(args.path, { kind, resolveDir, importer, pluginData: true })
    return found.errors.length ? { path: args.path, external: true } : found
  }) }
  await load('esbuild').build({
    alias: Object.fromEntries(aliases(files).map(([name, to]) => [name, path.join(dir, to)])),
    entryPoints: Object.fromEntries(names.map(f => [stem(f), path.join(dir, f)])), outdir: path.join(dir, '.out'), absWorkingDir: dir,
    bundle: true, format: 'cjs', target: 'es2015', logLevel: 'silent', plugins: [unknown], nodePaths: [path.join(dir, 'miniprogram_npm')], ...options,
  })
  return collected(files, dir)
}

// rolled makes one script of each entry, and common ones of what several import, as Vite does for uni-app.
async function rolled(files) {
  const dir = written(files), names = entries(files)
  const aliased = { name: 'aliased', resolveId: source => {
    const [name, to] = aliases(files).find(([name, , below]) => source === name || below && source.startsWith(name + '/')) || []
    const file = name && path.join(dir, to, source.slice(name.length))
    return file && (/\.js$/.test(file) ? file : file + '.js')
  } }
  const bundle = await load('rollup').rollup({
    input: Object.fromEntries(names.map(f => [stem(f), path.join(dir, f)])), onwarn: () => {},
    plugins: [aliased, load('@rollup/plugin-node-resolve').default({ modulePaths: [path.join(dir, 'miniprogram_npm')] }), load('@rollup/plugin-commonjs')({ transformMixedEsModules: true })],
  })
  await bundle.write({ dir: path.join(dir, '.out'), format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'common/[name].js', exports: 'auto' })
  return collected(files, dir)
}

// minimizer is webpack's own but for its threads: one for each of hundreds of builds reads terser again.
const minimizer = () => {
  const Minimizer = load('minimizer-webpack-plugin')
  return new Minimizer({ parallel: false, minify: Minimizer.terserMinify, minimizerOptions: { compress: { passes: 2 } } })
}

// searched says where a build looks for what scripts require.
function searched(files, dir) {
  const names = aliases(files)
  const isThere = at => ['', '.js', '.json', '/index.js', '/index.json'].some(end => fs.existsSync(at + end) && fs.statSync(at + end).isFile())
  const resolve = (context, request) => {
    const [name, to] = names.find(([name, , below]) => request === name || below && request.startsWith(name + '/')) || []
    if (name) return isThere(path.join(dir, to, request.slice(name.length)))
    return [context, dir, path.join(dir, 'miniprogram_npm')].some(at => (at === context) === request.startsWith('.') && isThere(path.join(at, request)))
  }
  return { resolve, aliased: Object.fromEntries(names.map(([name, to]) => [name, path.join(dir, to)])) }
}

// shared is the script of all that entries require.
const shared = (dir, names) => ({ name: 'common', chunks: 'all', minChunks: 1, enforce: true, test: m => !names.includes(path.relative(dir, m.resource || '')) })

// heads lets an entry load what it shares.
const heads = (names, split) => (file, made) => {
  const up = '../'.repeat(file.split('/').length - 1) || './'
  return split && names.includes(file) ? ['runtime', 'common'].filter(c => made.includes(c + '.js')).map(c => `require("${up}${c}.js");`).join('') : ''
}

// bundled makes one script of each entry and what it requires, and with split a common one of what several do.
function bundled(files, { mode, split }) {
  const dir = written(files), names = entries(files)
  const config = {
    mode, devtool: false, context: dir, target: ['web', 'es5'],
    entry: Object.fromEntries(names.map(f => [stem(f), './' + f])),
    output: { path: path.join(dir, '.out'), filename: '[name].js', globalObject: 'wx', asyncChunks: false },
    resolve: { alias: searched(files, dir).aliased, roots: [dir], modules: [dir, path.join(dir, 'miniprogram_npm')] },
    externals: async ({ context, request, getResolve }) => getResolve()(context, request).then(() => undefined, () => 'commonjs2 ' + request),
    optimization: { minimizer: [minimizer()], ...split && { runtimeChunk: { name: 'runtime' }, splitChunks: { cacheGroups: { common: shared(dir, names) } } } },
  }
  return new Promise((done, fail) => webpack(config, (err, stats) => {
    if (err || stats.hasErrors()) return fail(err || stats.toString('errors-only'))
    done(collected(files, dir, heads(names, split)))
  }))
}

// bundled4 is bundled by webpack 4, as uni-app of Vue 2, Taro 3 and mpx do: after Babel, which leaves the modules,
// and with one script of what all entries share.
async function bundled4(files, { mode, split }) {
  const webpack4 = load('webpack4'), lowered = await each(files, (text, filename) => load('@babel/core').transformAsync(text, {
    filename, babelrc: false, configFile: false, sourceType: 'unambiguous', presets: [[load('@babel/preset-env'), { targets: { ie: '11' }, modules: false }]],
  }).then(made => made.code))
  const dir = written(lowered), names = entries(lowered), { resolve, aliased } = searched(files, dir)
  const Minimizer = require(require.resolve('terser-webpack-plugin', { paths: [path.join(path.resolve(process.argv[2]), 'webpack4')] }))
  const config = {
    mode, devtool: false, context: dir, target: 'web',
    entry: Object.fromEntries(names.map(f => [stem(f), './' + f])),
    output: { path: path.join(dir, '.out'), filename: '[name].js', globalObject: 'global' },
    plugins: [new webpack4.optimize.LimitChunkCountPlugin({ maxChunks: names.length + (split ? 2 : 0) })], // what import() loads stays where it is
    resolve: { alias: aliased, modules: [dir, path.join(dir, 'miniprogram_npm')] },
    externals: (context, request, done) => resolve(context, request) ? done() : done(null, 'commonjs2 ' + request),
    optimization: { minimizer: [new Minimizer({ parallel: false, cache: false })], ...split && { runtimeChunk: { name: 'runtime' }, splitChunks: { cacheGroups: { common: shared(dir, names) } } } },
  }
  return new Promise((done, fail) => webpack4(config, (err, stats) => {
    if (err || stats.hasErrors()) return fail(err || stats.toString('errors-only'))
    done(collected(files, dir, heads(names, split)))
  }))
}

// Other settings of the compilers: classes by short helpers, helpers of a package, and all of it minified.
const settings = {
  'babel, loose': files => each(files, (text, filename) => load('@babel/core').transformAsync(text, {
    filename, babelrc: false, configFile: false, sourceType: 'unambiguous', assumptions: { setPublicClassFields: true, noClassCalls: true, setClassMethods: true, superIsCallableConstructor: true, iterableIsArray: true },
    presets: [[load('@babel/preset-env'), { targets: { ie: '11' }, modules: 'commonjs', loose: true }]],
  }).then(made => made.code)),
  'typescript, with tslib': files => each(files, text => {
    const ts = load('typescript')
    return ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS, importHelpers: true, allowJs: true } }).outputText
  }),
  'swc, minified': files => each(files, text => load('@swc/core').transform(text, {
    isModule: 'unknown', minify: true, jsc: { target: 'es5', parser: { syntax: 'ecmascript', decorators: true }, transform: { legacyDecorator: true }, minify: { compress: true, mangle: true } }, module: { type: 'commonjs' },
  }).then(made => made.code)),
  'babel, minified': files => compilers.babel(files).then(minified),
  'typescript, minified': files => compilers.typescript(files).then(minified),
}

const builds = {
  terser: minified,
  ...compilers,
  ...settings,
  'esbuild, of today, minified': files => esbuilt(files, { minify: true, target: 'es2020' }),
  esbuild: files => esbuilt(files, {}),
  'esbuild, minified': files => esbuilt(files, { minify: true }),
  rollup: rolled,
  webpack: files => bundled(files, { mode: 'production' }),
  'webpack in development': files => bundled(files, { mode: 'none' }),
  'webpack 4 with chunks': files => bundled4(files, { mode: 'production', split: true }),
  'webpack 4 in development': files => bundled4(files, { mode: 'none' }),
  'webpack with chunks': files => bundled(files, { mode: 'production', split: true }),
}

async function main() {
  const cases = JSON.parse(fs.readFileSync(0, 'utf8')), out = {}
  const build = builds[process.argv[3]]
  for (const name in cases) {
    try {
      out[name] = await build(cases[name])
    } catch (err) {
      if (process.env.VERBOSE) console.error(name, String(err))
    }
  }
  process.stdout.write(JSON.stringify(out))
}
main()
