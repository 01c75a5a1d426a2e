/**
 * `npm start`: the desktop window where Electron is on this machine, else the same program in the default browser,
 * served on the loopback address. Says which and why, and never downloads anything.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createStreamLog } from '../handlers/log.ts'
import { toFailure } from '../handlers/refusal.ts'
import { systemNow } from '../handlers/system.ts'
import { listBackups, restoreFile } from '../store/backup.ts'
import { startBrowserHost } from './browser-host.ts'
import { dataFolder, openDataFolder, workspaceIn } from './data-folder.ts'
import { findElectron } from './electron-binary.ts'
import { openInBrowser } from './open-browser.ts'
import { buildRenderer } from './renderer-build.ts'

const root = resolve(import.meta.dirname, '..', '..')
const log = createStreamLog((line) => void process.stderr.write(line))

const help = `用法：npm start -- [选项]
  --data 文件夹       数据放在这个文件夹（默认：系统的应用数据文件夹）
  --workspace 文件    打开这个工作区（默认：数据文件夹里的“绩表.db”）
  --read-only         只看不改：工作区正在别处使用时也能打开（同时不用桌面窗口）
  --restore 备份      先把工作区恢复成这份备份（名称见“备份”列表；现在的文件另外保留）
  --browser           不用桌面窗口，直接在浏览器里打开
  --no-open           只提供服务，不打开浏览器（同时不用桌面窗口）
  --forget-pages      以前打开的页面全部失效，并换一个地址（同时不用桌面窗口）
  --port 端口         浏览器方式使用的端口（默认：上次的，被占用时任选一个空闲的）
  --help              显示本说明
`

interface Options {
  data?: string
  workspace?: string
  restore?: string
  port: number
  readOnly: boolean
  forgetsPages: boolean
  wantsBrowser: boolean
  opens: boolean
}

function readOptions(words: string[]): Options | 'help' | { wrong: string } {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        data: { type: 'string' },
        workspace: { type: 'string' },
        port: { type: 'string', default: '0' },
        restore: { type: 'string' },
        'read-only': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        'forget-pages': { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return 'help'
    const port = Number(values.port)
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
      return { wrong: `端口“${values.port}”不对：应是 0 到 65535 的整数。` }
    const { data, workspace, restore } = values
    return {
      ...(data !== undefined && { data }),
      ...(workspace !== undefined && { workspace }),
      ...(restore !== undefined && { restore }),
      port,
      readOnly: values['read-only'],
      forgetsPages: values['forget-pages'],
      wantsBrowser:
        values.browser || values['no-open'] || values['read-only'] || values['forget-pages'] || restore !== undefined,
      opens: !values['no-open'],
    }
  } catch (thrown) {
    return { wrong: `启动选项不对：${thrown instanceof Error ? thrown.message : String(thrown)}` }
  }
}

async function start(options: Options): Promise<void> {
  await buildRenderer(root, () => log.info('正在准备界面，第一次需要十几秒……'))
  const electron = findElectron(join(root, 'node_modules', 'electron'), process.platform, process.env)
  if (electron.path !== null && !options.wantsBrowser) return startWindow(electron.path)
  if (electron.path === null && !options.wantsBrowser)
    log.info(`不能打开桌面窗口：${electron.reason}。改为在浏览器里使用，功能相同。`)

  const folder = dataFolder(options.data, {
    platform: process.platform,
    env: process.env,
    homeFolder: homedir(),
    executable: join(root, 'package.json'),
  })
  openDataFolder(folder, homedir())
  const workspace = options.workspace === undefined ? workspaceIn(folder) : resolve(options.workspace)
  if (options.restore !== undefined) restoreFile(workspace, options.restore, systemNow())
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const host = await startBrowserHost({
    staticFolder: join(root, 'build', 'renderer'),
    dataFolder: folder,
    workspace,
    readOnly: options.readOnly,
    forgetsPages: options.forgetsPages,
    port: options.port,
    version,
    log,
    onOpened: (url) => log.info(`页面已打开。需要再次打开时请用：${url}`),
  }).catch((thrown: unknown) => {
    for (const hint of hintsFor(thrown, workspace)) log.info(hint)
    throw thrown
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      log.info('正在关闭……')
      void host.close().then(() => process.exit(0))
    })
  }
  process.stdout.write(`绩表已启动：${host.url()}\n`)
  log.info(`数据在：${folder}。按 Ctrl+C 关闭程序。`)
  setTimeout(flushCompileCache, 5000).unref() // Node writes it at an orderly end, which a closed terminal is not
  if (!options.opens) return
  const reason = await openInBrowser(host.urlForBrowser, homedir(), process.platform, process.env)
  if (reason !== null) log.info(`没有能打开浏览器（${reason}）：请把上面的地址复制到浏览器里打开。`)
}

/** What the person can do when the workspace does not open. */
function hintsFor(thrown: unknown, workspace: string): string[] {
  const code = toFailure(thrown)?.code
  if (code === 'store-busy') return ['只想看看，可以用：npm start -- --read-only']
  if (code !== 'store-damaged' && code !== 'store-not-a-database') return []
  const backups = listBackups(workspace)
  if (backups.length === 0) return ['没有找到备份。']
  return ['可以恢复的备份（新的在前）：', ...backups.slice(0, 5).map(({ name }) => `  npm start -- --restore ${name}`)]
}

/** The window is a program of its own; this process only waits for it and passes its exit status on. */
async function startWindow(path: string): Promise<void> {
  const { buildDesktop } = await import('./desktop-build.ts')
  await buildDesktop(root)
  const child = spawn(path, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    log.error(`桌面窗口没有能启动（${error.message}）：可以用 npm start -- --browser 在浏览器里使用。`)
    process.exitCode = 1
  })
  child.on('exit', (code) => (process.exitCode = code ?? 1))
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') process.stdout.write(help)
else if ('wrong' in options) {
  process.stderr.write(`${options.wrong}\n\n${help}`)
  process.exitCode = 2
} else {
  await start(options).catch((thrown: unknown) => {
    const failure = toFailure(thrown)
    if (failure) log.error(failure.message)
    else log.error('程序没有能启动', thrown)
    process.exitCode = 1
  })
}
