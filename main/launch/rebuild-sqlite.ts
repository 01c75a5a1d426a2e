/**
 * `npm run rebuild:sqlite`: compiles better-sqlite3's binding on this machine, for Linux systems older than the prebuilt
 * one (it asks for glibc 2.34), and puts it in the prebuilt one's place: there `npm start`, the tests and the packages
 * (electron-builder.yml) all look. Node-API: the same file serves Node and Electron. Nothing is fetched: Node's headers
 * come with the pinned Node, node-gyp with the dependencies. Asks for Python 3, make and a C++20 compiler (GCC 10).
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { untilFreeSync } from '../files/held-file.ts'

const root = resolve(import.meta.dirname, '..', '..')
const modules = join(root, 'node_modules')
const nodeFolder = dirname(dirname(process.execPath))

process.exitCode = rebuild()

function rebuild(): number {
  if (process.platform !== 'linux') return refuse('只有较旧的 Linux 需要重新编译。')
  if (!existsSync(join(nodeFolder, 'include', 'node', 'node_api.h'))) {
    return refuse(
      `没有找到 Node 的头文件（${join(nodeFolder, 'include', 'node')}）：请用 npm run rebuild:sqlite 运行。`,
    )
  }
  // a copy, on the same disk: what is half compiled is nobody's binding
  const folder = mkdtempSync(join(modules, '.jibiao-rebuild-'))
  try {
    const source = join(folder, 'better-sqlite3')
    cpSync(join(modules, 'better-sqlite3'), source, { recursive: true })
    const gyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js')
    const words = [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${nodeFolder}`]
    const built = spawnSync(process.execPath, words, { cwd: source, stdio: 'inherit' })
    if (built.status !== 0) {
      return refuse('没有能编译：上面是英文的原因。需要 Python 3、make 和支持 C++20 的 g++（10 或更新）。')
    }
    const binding = join(source, 'build', 'Release', 'better_sqlite3.node')
    const trial = `new (require(${JSON.stringify(source)}))(':memory:', { nativeBinding: ${JSON.stringify(binding)} })`
    if (spawnSync(process.execPath, ['--eval', trial], { stdio: 'inherit' }).status !== 0) {
      return refuse('编译出来的程序库不能用，没有换上。')
    }
    const place = join(modules, 'better-sqlite3', 'prebuilds', `linux-${process.arch}.node`)
    untilFreeSync(() => renameSync(binding, place))
    process.stdout.write(`已换上在本机编译的程序库：${place}\n`)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`)
  return 1
}
