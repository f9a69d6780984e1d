// Makes the packages that are published: node npm/fill.mjs VERSION DIST OUT.
// DIST holds the binaries as goreleaser lays them, beianlint_linux_amd64_v1/beianlint;
// OUT gets a folder for the launcher and one for each system.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

// What npm calls systems and processors, and what Go calls them.
const systems = { linux: 'linux', darwin: 'darwin', win32: 'windows' }
const processors = { x64: 'amd64', arm64: 'arm64' }

const [version, dist, out] = process.argv.slice(2)
if (!out || !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
  console.error('usage: node npm/fill.mjs VERSION DIST OUT, with a version such as 1.2.3')
  process.exit(2)
}

const launcher = JSON.parse(readFileSync(join(here, 'beianlint', 'package.json'), 'utf8'))
launcher.version = version
launcher.optionalDependencies = {}
for (const os in systems) {
  for (const cpu in processors) {
    launcher.optionalDependencies[fillSystem(os, cpu)] = version
  }
}
write('beianlint', launcher, ['LICENSE', 'README.md', 'README.zh-CN.md'])
copyFileSync(join(here, 'beianlint', 'beianlint.js'), join(out, 'beianlint', 'beianlint.js'))

// fillSystem makes the package of a system and returns its name.
function fillSystem(os, cpu) {
  const name = `@beianlint/${os}-${cpu}`
  const file = os === 'win32' ? 'beianlint.exe' : 'beianlint'
  write(`${os}-${cpu}`, {
    name,
    version,
    description: `The binary of beianlint for ${os} on ${cpu}`,
    license: launcher.license,
    repository: launcher.repository,
    os: [os],
    cpu: [cpu],
    files: [file, 'LICENSE', 'THIRD_PARTY_NOTICES'],
    preferUnplugged: true, // Yarn must not leave it in a zip, from where it cannot be started
  }, ['LICENSE', 'THIRD_PARTY_NOTICES'])
  const to = join(out, `${os}-${cpu}`, file)
  copyFileSync(built(systems[os], processors[cpu], file), to)
  chmodSync(to, 0o755)
  return name
}

// built finds the binary for a system. The folder may name the level of the processor.
function built(goos, goarch, file) {
  const start = `beianlint_${goos}_${goarch}`
  const folders = readdirSync(dist).filter((f) => f === start || f.startsWith(start + '_'))
  if (folders.length !== 1) {
    throw new Error(`${dist} has ${folders.length} folders ${start}*, not one`)
  }
  return join(dist, folders[0], file)
}

function write(folder, manifest, files) {
  mkdirSync(join(out, folder), { recursive: true })
  writeFileSync(join(out, folder, 'package.json'), JSON.stringify(manifest, null, 2) + '\n')
  for (const f of files) copyFileSync(join(here, '..', f), join(out, folder, f))
}
