/**
 * Opens the desktop window, or says in words why it does not open: the caller then goes on in the browser. Decides
 * whether Electron's binary is asked for (once, and after a failure not again on the same day unless it is wanted) and
 * what the person is told meanwhile.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fetchElectron, removeHalf } from './fetch-electron.ts'
import { runWindow } from './run-window.ts'
import type { Log } from '../../handlers/door/log.ts'
import type { ElectronBinary } from './electron-binary.ts'
import type { ElectronSource, FetchLimits } from './fetch-electron.ts'
import type { WindowLimits } from './run-window.ts'

export interface OpenWindowParts {
  /** Looks for the binary, each time anew. */
  find: () => ElectronBinary
  source: ElectronSource
  /** Makes what the window runs. */
  build: () => Promise<void>
  /** Its command line. */
  words: readonly string[]
  /** --window: ask for the binary even where that failed today. */
  isWanted: boolean
  /** Of the person; remembers the day and keeps the log. May be missing or not writable. */
  dataFolder: string
  /** The day here, `2024-05-01`. */
  today: string
  limits: { fetch: FetchLimits; window: WindowLimits }
  signal: AbortSignal
  log: Log
}

/** `status`: the window was there and has ended. `reason`: there is none; a sentence for the person. */
export async function openWindow(parts: OpenWindowParts): Promise<{ status: number } | { reason: string }> {
  const found = parts.find()
  const binary = found.path === null && found.canBeFetched ? await askFor(parts) : found
  if ('stopped' in binary) return { status: stoppedStatus }
  if (binary.path === null) return { reason: binary.reason }
  await parts.build()
  if (parts.signal.aborted) return { status: stoppedStatus }
  const end = await runWindow(
    { path: binary.path, words: parts.words, env: parts.source.env },
    parts.limits.window,
    parts.signal,
  )
  if (end.kind === 'ended') return { status: end.status }
  return { reason: `${end.reason}${keepSaid(parts, end.said)}` }
}

/** As a shell reports Ctrl+C. */
const stoppedStatus = 130

async function askFor(parts: OpenWindowParts): Promise<ElectronBinary | { stopped: true }> {
  const { dataFolder, today, isWanted, log, source, limits, signal } = parts
  const again = '想马上再试请用：npm start -- --window'
  const tried = readTry(dataFolder)
  if (tried?.day === today && !isWanted) {
    return none(`窗口用的 Electron 今天没有下载成（${tried.reason}），明天会再试。${again}`)
  }
  log.info(
    '第一次打开桌面窗口，要下载 Electron（一百多 MB，只此一次）。不想等请按 Ctrl+C，改用：npm start -- --browser',
  )
  removeHalf(source.packageFolder)
  const fetched = await fetchElectron(source, limits.fetch, { signal, progress: tellProgress(log) })
  if (fetched.kind === 'stopped') {
    log.info('已停止下载，没有留下做了一半的文件。')
    return { stopped: true }
  }
  const binary = fetched.kind === 'done' ? parts.find() : null
  if (binary !== null && binary.path !== null) {
    forgetTry(dataFolder)
    log.info('Electron 已下载好。')
    return binary
  }
  removeHalf(source.packageFolder)
  const { reason, said } =
    fetched.kind === 'failed'
      ? fetched
      : { reason: '下载到的 Electron 不完整', said: 'the script ended well, dist or path.txt did not' }
  writeTry(dataFolder, today, reason)
  return none(`没有下载到窗口用的 Electron：${reason}${keepSaid(parts, said)}。${again}`)
}

const none = (reason: string): ElectronBinary => ({ path: null, reason, canBeFetched: false })

/** A line when ten more megabytes have come, and when nothing has come for five seconds. */
function tellProgress(log: Log): (bytes: number, silentMs: number) => void {
  let told = 0
  let silence = 0
  return (bytes, silentMs) => {
    const megabytes = Math.floor(bytes / 1_000_000)
    if (megabytes >= told + 10 || megabytes < told) {
      told = megabytes
      log.info(`  已收到 ${megabytes} MB……`)
    }
    const fives = Math.floor(silentMs / 5000)
    if (fives > silence) log.info(`  已收到 ${megabytes} MB，${fives * 5} 秒没有新的数据……`)
    silence = fives
  }
}

const tryFile = (dataFolder: string): string => join(dataFolder, 'electron-tried.txt')

function readTry(dataFolder: string): { day: string; reason: string } | null {
  try {
    const [day = '', reason = ''] = readFileSync(tryFile(dataFolder), 'utf8').split('\n')
    return { day, reason }
  } catch {
    return null // never tried
  }
}

/** The day and the reason, a line each. */
function writeTry(dataFolder: string, day: string, reason: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeFileSync(tryFile(dataFolder), `${day}\n${reason}\n`)
  } catch {
    return // then it is asked again at the next start; that the folder cannot be written is told where it is opened
  }
}

function forgetTry(dataFolder: string): void {
  try {
    rmSync(tryFile(dataFolder), { force: true })
  } catch {
    return // of a day that does not count any more
  }
}

/** The English words of Electron go to a file; '' where there are none or no place for them. */
function keepSaid({ dataFolder }: OpenWindowParts, said: string): string {
  if (said.trim() === '') return ''
  const file = join(dataFolder, 'log', 'window-start.log')
  try {
    mkdirSync(join(dataFolder, 'log'), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${said.trim()}\n`)
    return `（英文详情在 ${file}）`
  } catch {
    return ''
  }
}
