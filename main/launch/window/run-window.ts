/**
 * Starts the desktop window and watches it until its page is shown; from then on only its exit status counts. The window
 * process says how far it is in a file named in its environment (main/app/life/launcher-sign.ts): pipes and descriptors are
 * inherited differently by Electron on each system, a file is not. A window that cannot start – the sandbox not set up,
 * started as root, a library missing, no display server – ends or stays silent, and is told in words. Nothing is ever
 * added to make it start all the same, least of all --no-sandbox.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { killGroup } from '../../documents/pdf/kill-group.ts'
import { hearing } from './fetch-electron.ts'
import { signVariable } from './window-sign.ts'
import type { WindowSign } from './window-sign.ts'

export interface WindowProgram {
  path: string
  words: readonly string[]
  env: Record<string, string | undefined>
}

export interface WindowLimits {
  /** From the start, or from the last answer of the person, to the page. */
  showMs: number
  lookMs: number
}

export const windowLimits: WindowLimits = { showMs: 20_000, lookMs: 100 }

/** `failed`: it never showed anything; `reason` in Chinese, `said` for the log. */
export type WindowEnd = { kind: 'ended'; status: number } | { kind: 'failed'; reason: string; said: string }

export async function runWindow(
  { path, words, env }: WindowProgram,
  limits: WindowLimits,
  signal: AbortSignal,
): Promise<WindowEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-window-'))
  const file = join(folder, 'sign')
  writeFileSync(file, '')
  try {
    const child = spawn(path, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32', // a group of its own: what it started ends with it
      env: { ...env, [signVariable]: file },
    })
    // the terminal's Ctrl+C is not sent to another group: the window is asked to close, as by its own button
    signal.addEventListener('abort', () => void child.kill('SIGTERM'), { once: true })
    return await watch(child, path, () => readSign(file), limits)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function watch(
  child: ChildProcess,
  path: string,
  sign: () => WindowSign | '',
  limits: WindowLimits,
): Promise<WindowEnd> {
  const said = hearing(child)
  const ended = new Promise<Ending>((done) => {
    child.on('error', (error) => done({ error }))
    child.on('exit', (status, signal) => setTimeout(() => done({ status, signal }), limits.lookMs)) // its last words come in
  })
  const { promise: given, resolve: give } = Promise.withResolvers<'shown' | 'late'>()
  let last: WindowSign | '' = ''
  let since = Date.now()
  const timer = setInterval(() => {
    const now = sign()
    if (now !== last) since = Date.now()
    last = now
    if (now === 'shown') give('shown')
    else if (now !== 'asking' && now !== 'over' && Date.now() - since > limits.showMs) give('late')
  }, limits.lookMs)
  const first = await Promise.race([ended, given])
  clearInterval(timer)
  if (first === 'late') {
    killGroup(child)
    await ended // the workspace is free again then
    return {
      kind: 'failed',
      reason: reasonOf(said(), path, `等了 ${Math.round(limits.showMs / 1000)} 秒也没有出现窗口`),
      said: said(),
    }
  }
  if (first === 'shown') {
    process.stderr.write(said())
    child.stdout?.pipe(process.stdout)
    child.stderr?.pipe(process.stderr)
    return { kind: 'ended', status: statusOf(await ended) }
  }
  if (sign() === 'shown' || sign() === 'over') return { kind: 'ended', status: statusOf(first) }
  return { kind: 'failed', reason: reasonOf(said(), path, endText(first)), said: `${endText(first)}\n${said()}` }
}

type Ending = { error: Error } | { status: number | null; signal: NodeJS.Signals | null }

const statusOf = (ending: Ending): number => ('error' in ending ? 1 : (ending.status ?? 1))

function endText(ending: Ending): string {
  if ('error' in ending) return `程序文件不能执行（${ending.error.message}）`
  return `窗口的程序刚启动就结束了（${ending.signal ?? `退出码 ${ending.status}`}）`
}

function readSign(file: string): WindowSign | '' {
  try {
    return readFileSync(file, 'utf8').trim() as WindowSign | '' // anything else counts as nothing said
  } catch {
    return '' // being written
  }
}

/** By what Chromium prints (unseen here: taken from its sources); the first that fits counts, else `plain`. */
function reasonOf(said: string, path: string, plain: string): string {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(said)?.[1]
  if (library !== undefined) return `系统里缺少程序库 ${library}：请用系统的软件管理器安装后再试`
  if (/GLIBC(?:XX)?_[\d.]+['’]? not found/.test(said)) return '系统的基础程序库（glibc）比 Electron 要求的旧'
  if (/Running as root without --no-sandbox/.test(said)) return '窗口不能用管理员（root）账户打开：请换成普通账户'
  if (/SUID sandbox helper|setuid sandbox|No usable sandbox|namespace sandbox/i.test(said)) {
    const helper = join(dirname(path), 'chrome-sandbox')
    return `系统没有允许窗口用的沙箱：请管理员执行 sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  }
  if (
    /Missing X server|(?:cannot|unable to|failed to) (?:open|connect to).{0,40}(?:display|X server|wayland)/i.test(said)
  ) {
    return '连不上图形桌面（DISPLAY 或 WAYLAND_DISPLAY 所指的不在运行）'
  }
  return plain
}
