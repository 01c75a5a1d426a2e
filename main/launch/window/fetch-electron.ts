/**
 * Gets Electron's binary once, through install.js of its own package (which honours the mirror variables and checks the
 * checksum). The script says nothing while it loads and waits minutes for a silent server, so it is watched from outside:
 * it runs in a process group of its own with an empty temporary folder of ours, and how far it is, or that nothing comes,
 * is seen from the size of that folder and of what it unpacks. Given up, the group is ended and what is half is removed.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { killGroup } from '../../documents/pdf/kill-group.ts'
import { toFailure } from '../../handlers/door/refusal.ts'
import { isRunning } from '../is-running.ts'

export interface ElectronSource {
  /** The pinned Node, and the script it runs. */
  node: string
  script: string
  /** node_modules/electron: `dist` and `path.txt` are made in it. */
  packageFolder: string
  env: Record<string, string | undefined>
}

export interface FetchLimits {
  /** Without a byte more. */
  silentMs: number
  totalMs: number
  /** How often it is looked. */
  lookMs: number
}

export const fetchLimits: FetchLimits = { silentMs: 15_000, totalMs: 600_000, lookMs: 500 }

export interface FetchWatch {
  /** Bytes that have come so far, and how long none has. */
  progress: (bytes: number, silentMs: number) => void
  /** The person stops it. */
  signal: AbortSignal
}

export type Fetched =
  | { kind: 'done' }
  | { kind: 'stopped' }
  /** `reason`: Chinese, for the person; `said`: what the script printed, for the log. */
  | { kind: 'failed'; reason: string; said: string }

/** Whether the script's word that it is done is true, the caller looks (`findElectron`). */
export async function fetchElectron(source: ElectronSource, limits: FetchLimits, watch: FetchWatch): Promise<Fetched> {
  const { packageFolder } = source
  const temporary = join(packageFolder, `${folderStart}${process.pid}`)
  try {
    if (isFetchedElsewhere(packageFolder)) return failed('另一个 npm start 正在下载它')
    mkdirSync(temporary, { recursive: true })
  } catch (thrown) {
    return failed(toFailure(thrown)?.message ?? '不能在程序文件夹里建立临时文件夹', String(thrown))
  }
  const fetched = await runScript(source, temporary, limits, watch)
  tidy(temporary)
  if (fetched.kind !== 'done') removeHalf(packageFolder)
  return fetched
}

/** What is there but does not count as the whole binary. */
export function removeHalf(packageFolder: string): void {
  tidy(join(packageFolder, 'dist'))
  tidy(join(packageFolder, 'path.txt'))
}

async function runScript(
  { node, script, packageFolder, env }: ElectronSource,
  temporary: string,
  limits: FetchLimits,
  { progress, signal }: FetchWatch,
): Promise<Fetched> {
  const child = spawn(node, [script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a group of its own
    windowsHide: true,
    env: { ...withoutTarget(env), TMPDIR: temporary, TMP: temporary, TEMP: temporary, NODE_USE_ENV_PROXY: '1' },
  })
  const said = hearing(child)
  const ended = new Promise<number | Error>((done) => {
    child.on('error', done)
    child.on('close', (code) => done(code ?? 1))
    child.on('exit', (code) => setTimeout(done, afterExitMs, code ?? 1).unref()) // something it started may hold its output
  })
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<'stopped' | 'silent' | 'late'>()
  const stop = (): void => giveUp('stopped')
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  const started = Date.now()
  let size = 0
  let changed = started
  const timer = setInterval(() => {
    const now = Date.now()
    const bytes = sizeOf(temporary) + sizeOf(join(packageFolder, 'dist'))
    if (bytes !== size) changed = now
    size = bytes
    if (now - started > limits.totalMs) giveUp('late')
    else if (now - changed > limits.silentMs) giveUp('silent')
    else progress(bytes, now - changed)
  }, limits.lookMs)
  const end = await Promise.race([ended, givenUp])
  clearInterval(timer)
  signal.removeEventListener('abort', stop)
  if (end === 0) return { kind: 'done' }
  killGroup(child)
  if (end === 'stopped') return { kind: 'stopped' }
  if (end === 'silent') return failed(`${Math.round(limits.silentMs / 1000)} 秒没有收到任何数据`, said())
  if (end === 'late') return failed(`${Math.round(limits.totalMs / 60_000)} 分钟还没有下载完`, said())
  if (end instanceof Error) return failed('下载程序没有能启动', String(end))
  return failed(reasonOf(said()), said())
}

const afterExitMs = 1000

const failed = (reason: string, said = ''): Fetched => ({ kind: 'failed', reason, said })

/** The last of what a program says, on either stream. */
export function hearing(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-20_000)))
  }
  return () => said
}

/** The binary is for this machine, whatever these variables ask of packages that are built for others. */
function withoutTarget(env: ElectronSource['env']): ElectronSource['env'] {
  const targets = ['ELECTRON_INSTALL_PLATFORM', 'ELECTRON_INSTALL_ARCH', 'npm_config_platform', 'npm_config_arch']
  return Object.fromEntries(Object.entries(env).filter(([name]) => !targets.includes(name)))
}

/** By what the script prints: a stack in English. The first that fits counts. */
const reasons: [pattern: RegExp, reason: string][] = [
  [/ENOTFOUND|EAI_AGAIN/, '找不到下载服务器（没有连上互联网，或者要设代理）'],
  [/checksum|ChecksumMismatch|NoChecksumFound/i, '下载到的文件和校验值不符，没有使用'],
  [/Response code 40[347]/, '下载服务器拒绝了请求，或者那里没有这个文件'],
  [/Response code \d+/, '下载服务器出错'],
  [/ENOSPC|EDQUOT/, '磁盘空间不足'],
  [/EACCES|EPERM|EROFS/, '没有写入的权限'],
  [
    /fetch failed|ECONN|ETIMEDOUT|EHOST|ENET|UND_ERR|socket|certificate|TLS/i,
    '没有连上下载服务器（没有互联网，或者要设代理）',
  ],
  [/zip|extract|unpack|end of central directory/i, '下载到的文件解不开'],
]

const reasonOf = (said: string): string => reasons.find(([pattern]) => pattern.test(said))?.[1] ?? '下载程序出错'

/** Followed by the process id of the start it belongs to. */
const folderStart = 'jibiao-fetch-'
const idOf = (name: string): number => Number(name.slice(folderStart.length))

/** A start of the same copy of the program that loads now; what one that was killed has left behind is cleared away. */
function isFetchedElsewhere(packageFolder: string): boolean {
  const others = readdirSync(packageFolder).filter((name) => name.startsWith(folderStart))
  const running = others.filter((name) => idOf(name) !== process.pid && isRunning(idOf(name)))
  for (const name of others) if (!running.includes(name)) tidy(join(packageFolder, name))
  return running.length > 0
}

/** What cannot be removed now (a file still held on Windows) is removed at the next start. */
function tidy(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  } catch {
    return // it does not count as the binary, and stands in nobody's way
  }
}

function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  } catch {
    return 0 // not there yet, or a file went away while it was looked at
  }
}
