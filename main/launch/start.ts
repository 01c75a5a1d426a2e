/**
 * `npm start`: the desktop window (open-window.ts), else the same program in the default browser, served on the loopback
 * address. Says which and why. The only thing ever fetched is Electron's own binary, once, before the program starts.
 */
import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { HintedError } from '../handlers/door/hinted-error.ts'
import { createStreamLog } from '../handlers/door/log.ts'
import { toFailure } from '../handlers/door/refusal.ts'
import { visibleText } from '../../shared/values/text/visible-text.ts'
import { systemNow } from '../handlers/door/system.ts'
import { findSource, restoreFile } from '../store/restore/restore.ts'
import { startBrowserHost } from './browser-host.ts'
import { dataFolder, openDataFolder, workspaceIn } from './data-folder.ts'
import { findElectron } from './window/electron-binary.ts'
import { fetchLimits } from './window/fetch-electron.ts'
import { openInBrowser } from './open-browser.ts'
import { openingHints } from './opening-hints.ts'
import { openWindow } from './window/open-window.ts'
import { buildRenderer } from './renderer-build.ts'
import { windowLimits } from './window/run-window.ts'

const root = resolve(import.meta.dirname, '..', '..')
const log = createStreamLog((line) => void process.stderr.write(line))

const help = `用法：npm start -- [选项]
  --data 文件夹       数据放在这个文件夹（默认：系统的应用数据文件夹）
  --workspace 文件    打开这个工作区（默认：数据文件夹里的“绩表.db”）
  --read-only         只看不改：工作区正在别处使用时也能打开（同时不用桌面窗口）
  --restore 备份      先把工作区恢复成这份备份（“备份”列表里的名称，或任何一份备份文件；现在的文件另外保留）
  --new               工作区文件不见了、旁边还有备份时，不恢复，从空白开始（旁边的文件都保留）
  --window            打开桌面窗口；窗口用的 Electron 今天没有下载成时，马上再下载一次
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
  startsAnew: boolean
  forgetsPages: boolean
  wantsBrowser: boolean
  wantsWindow: boolean
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
        new: { type: 'boolean', default: false },
        'read-only': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        window: { type: 'boolean', default: false },
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
    const wantsBrowser =
      values.browser ||
      values['no-open'] ||
      values['read-only'] ||
      values['forget-pages'] ||
      values.new ||
      restore !== undefined
    if (wantsBrowser && values.window)
      return { wrong: '--window 不能和 --browser、--no-open、--read-only、--forget-pages、--restore、--new 一起用。' }
    return {
      ...(data !== undefined && { data }),
      ...(workspace !== undefined && { workspace }),
      ...(restore !== undefined && { restore }),
      port,
      readOnly: values['read-only'],
      startsAnew: values.new,
      forgetsPages: values['forget-pages'],
      wantsBrowser,
      wantsWindow: values.window,
      opens: !values['no-open'],
    }
  } catch (thrown) {
    return { wrong: `启动选项不对：${thrown instanceof Error ? thrown.message : String(thrown)}` }
  }
}

async function start(options: Options): Promise<void> {
  await buildRenderer(root, () => log.info('正在准备界面，第一次需要十几秒……'))
  const folder = dataFolder(options.data, {
    platform: process.platform,
    env: process.env,
    homeFolder: homedir(),
    executable: join(root, 'package.json'),
  })
  if (!options.wantsBrowser) {
    const window = await startWindow(folder, options)
    if ('status' in window) {
      process.exitCode = window.status
      return
    }
    log.info(`不能打开桌面窗口：${window.reason}。改为在浏览器里使用，功能相同。`)
  }
  openDataFolder(folder, homedir())
  const workspace = options.workspace === undefined ? workspaceIn(folder) : resolve(options.workspace)
  if (options.restore !== undefined) restoreNamed(workspace, options.restore)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const host = await startBrowserHost({
    staticFolder: join(root, 'build', 'renderer'),
    dataFolder: folder,
    workspace,
    readOnly: options.readOnly,
    startsAnew: options.startsAnew,
    forgetsPages: options.forgetsPages,
    port: options.port,
    version,
    log,
    onOpened: (url) => log.info(`页面已打开。需要再次打开时请用：${url}`),
  }).catch((thrown: unknown) => {
    throw new HintedError(thrown, openingHints(toFailure(thrown)?.code, workspace, options))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      log.info('正在关闭……')
      void host.close().then(() => process.exit(0))
    })
  }
  process.stdout.write(`绩表已启动：${host.url()}\n`)
  log.info(`数据在：${workspace}。按 Ctrl+C 关闭程序。`)
  setTimeout(flushCompileCache, 5000).unref() // Node writes it at an orderly end, which a closed terminal is not
  if (!options.opens) return
  const reason = await openInBrowser(host.urlForBrowser, homedir(), process.platform, process.env)
  if (reason !== null) log.info(`没有能打开浏览器（${reason}）：请把上面的地址复制到浏览器里打开。`)
}

function restoreNamed(workspace: string, named: string): void {
  const { projects, kept, damaged } = restoreFile(workspace, findSource(workspace, named), systemNow())
  log.info(`已恢复“${named}”：${projects} 个项目。${kept === null ? '' : `原来的工作区保留在：${kept}`}`)
  if (damaged.length > 0) log.warn(`这份备份里有内容已损坏的项目：${damaged.join('、')}`)
}

/** The window is a program of its own; this process only waits for it. A signal closes it, or ends what is fetched for it. */
async function startWindow(
  data: string,
  { workspace, wantsWindow }: Options,
): Promise<{ status: number } | { reason: string }> {
  const electron = join(root, 'node_modules', 'electron')
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, stop)
  try {
    return await openWindow({
      find: () => findElectron(electron, process),
      source: {
        node: process.execPath,
        script: join(electron, 'install.js'),
        packageFolder: electron,
        env: process.env,
      },
      build: async () => {
        const { buildDesktop } = await import('./desktop-build.ts')
        await buildDesktop(root)
      },
      // its executable lies elsewhere: it is told where the data is
      words: [root, '--data', data, ...(workspace === undefined ? [] : ['--workspace', resolve(workspace)])],
      isWanted: wantsWindow,
      dataFolder: data,
      today: new Date().toLocaleDateString('sv-SE'), // as ISO 8601 writes it, in the time zone here
      limits: { fetch: fetchLimits, window: windowLimits },
      signal: stopped.signal,
      log,
    })
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}

const options = readOptions(process.argv.slice(2))
if (options === 'help') process.stdout.write(help)
else if ('wrong' in options) {
  process.stderr.write(`${visibleText(options.wrong)}\n\n${help}`)
  process.exitCode = 2
} else {
  await start(options).catch((caught: unknown) => {
    const thrown = caught instanceof HintedError ? caught.cause : caught
    const failure = toFailure(thrown)
    if (failure) log.error(failure.message)
    else log.error('程序没有能启动', thrown)
    if (caught instanceof HintedError) for (const hint of caught.hints) log.info(hint)
    process.exitCode = 1
  })
}
