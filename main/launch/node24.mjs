/**
 * Runs a command of this project under the pinned Node 24 that `npm ci` brought (optionalDependencies node-<os>-<arch>),
 * whatever Node the machine has. Used by every script of package.json: `node main/launch/node24.mjs vitest run`.
 * Plain JavaScript without imports from the project, because it must run on Node 20 too.
 * `npm_node_execpath` and PATH are set so that child processes find the same Node; the exit code is passed through.
 * NODE_COMPILE_CACHE: Node keeps the sources without their types, compiled, in build/compiled (by content, so never stale):
 * a start takes half the time.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const system = process.platform === 'win32' ? 'win' : process.platform
const pinned = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin')
const executable = join(pinned, process.platform === 'win32' ? 'node.exe' : 'node')
const hasPinned = existsSync(executable)

if (!hasPinned && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `绩表需要 Node 24：这台机器（${process.platform} ${process.arch}）上没有随依赖安装的 Node 24，自带的是 ${process.version}。请安装 Node 24 后再试。`,
  )
  process.exit(1)
}

const node = hasPinned ? executable : process.execPath
const quote = (word) =>
  /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : process.platform === 'win32'
      ? `"${word}"`
      : `'${word.replaceAll("'", `'\\''`)}'`
const words = process.argv.slice(2)
// A single command takes the shell's place, so that signals reach it; several in one word (`a && b`) need the shell.
const takesOver = process.platform !== 'win32' && words.length > 1 ? 'exec ' : ''
const child = spawn(takesOver + words.map(quote).join(' '), {
  shell: true,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    npm_node_execpath: node,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'build', 'compiled'),
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
