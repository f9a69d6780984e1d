#!/usr/bin/env node
'use strict'

// Starts the binary that the package for this system holds.
const { spawn } = require('child_process')
const { constants } = require('os')

const cannotRun = 3 // the exit code that beianlint itself has for it

const target = `${process.platform}-${process.arch}`
const file = process.platform === 'win32' ? 'beianlint.exe' : 'beianlint'

function fail(english, chinese) {
  console.error(`beianlint: ${english}\nbeianlint：${chinese}`)
  process.exit(cannotRun)
}

function binary() {
  try {
    return require.resolve(`@beianlint/${target}/${file}`)
  } catch {
    return fail(
      `the package @beianlint/${target} is not installed: install again with optional dependencies, and without node_modules or a lockfile from another system`,
      `没有安装 @beianlint/${target} 包：请重新安装，不要省略可选依赖，也不要使用在其他系统上生成的 node_modules 或锁文件`
    )
  }
}

const child = spawn(binary(), process.argv.slice(2), { stdio: 'inherit' })
child.on('error', (e) => fail(`the binary does not start: ${e.message}`, `无法启动程序：${e.message}`))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal))
}
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
