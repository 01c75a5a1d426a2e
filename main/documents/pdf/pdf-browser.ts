/**
 * An installed browser without a window that prints pages to PDF, one after the other or several at once. It gets a
 * profile of its own in a temporary folder and reaches no network: no name resolves.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { Readable, Writable } from 'node:stream'
import { openDevtoolsPipe } from './devtools-pipe.ts'
import type { DevtoolsPipe } from './devtools-pipe.ts'
import { killGroup } from './kill-group.ts'

export interface PdfBrowser {
  /** The PDF of the page at a file address. Rejects when the page cannot be printed or the browser ends. */
  print: (address: string, options: PrintOptions) => Promise<Buffer>
  /** Resolves when the browser and all its processes are gone. */
  kill: () => Promise<void>
  /** Whether it has ended, by itself or killed. */
  hasEnded: () => boolean
}

export interface PrintOptions {
  /** Bookmarks, and tags for screen readers. */
  tagged: boolean
  /** Ends the printing of this page; the promise then rejects with its reason. */
  signal: AbortSignal
}

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-quic',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--dns-prefetch-disable',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
]

/** `folder` takes the profile and everything else the browser writes. */
export function startPdfBrowser(path: string, folder: string): PdfBrowser {
  // Chromium refuses its sandbox to root (containers); everyone else keeps it.
  const words = [...flags, `--user-data-dir=${folder}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const child = spawn(path, words, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a group of its own, so that the programs it starts die with it
    windowsHide: true,
    // What the browser leaves in the system's temporary folder when it is killed; macOS allows no long socket paths.
    env: process.platform === 'linux' ? { ...process.env, TMPDIR: folder } : process.env,
  })
  let ended = false
  const end = whenEnded(child).finally(() => (ended = true))
  const [, , , to, from] = child.stdio
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('both are pipes, as asked for above')
  const pipe = openDevtoolsPipe(to, from, end)
  return {
    print: (address, options) => printPage(pipe, address, options),
    async kill() {
      if (!ended) killGroup(child)
      await end
    },
    hasEnded: () => ended,
  }
}

/** Why it ended: what it said last, or why it did not start. */
function whenEnded(child: ChildProcess): Promise<Error> {
  let said = ''
  child.stderr?.setEncoding('utf8')
  child.stderr?.on('data', (text: string) => (said = (said + text).slice(-2000)))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error))
    child.on('close', () => resolve(new Error(said.trim().split('\n').at(-1) ?? '')))
  })
}

async function printPage(pipe: DevtoolsPipe, address: string, { tagged, signal }: PrintOptions): Promise<Buffer> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' })
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>()
  const onAbort = (): void => stop(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    signal.throwIfAborted()
    return await Promise.race([stopped, printTarget(pipe, targetId, address, tagged)])
  } finally {
    signal.removeEventListener('abort', onAbort)
    void pipe.send('Target.closeTarget', { targetId }).catch(() => {}) // the browser may be gone, and the page with it
  }
}

async function printTarget(pipe: DevtoolsPipe, targetId: unknown, address: string, tagged: boolean): Promise<Buffer> {
  const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(attached['sessionId'])
  const crashed = pipe.next('Inspector.targetCrashed', session).then(() => {
    throw new Error('the page crashed')
  })
  const printed = async (): Promise<Buffer> => {
    await pipe.send('Inspector.enable', {}, session)
    await pipe.send('Page.enable', {}, session)
    const loaded = pipe.next('Page.loadEventFired', session)
    loaded.catch(() => {}) // told by the call that is under way
    const { errorText } = await pipe.send('Page.navigate', { url: address }, session)
    if (typeof errorText === 'string' && errorText !== '') throw new Error(errorText)
    await loaded
    const { stream } = await pipe.send(
      'Page.printToPDF',
      {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: tagged,
        generateDocumentOutline: tagged,
        transferMode: 'ReturnAsStream',
      },
      session,
    )
    return readStream(pipe, stream, session)
  }
  return Promise.race([crashed, printed()])
}

const bytesPerRead = 1 << 22

async function readStream(pipe: DevtoolsPipe, handle: unknown, session: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for (;;) {
    const { data, base64Encoded, eof } = await pipe.send('IO.read', { handle, size: bytesPerRead }, session)
    parts.push(Buffer.from(String(data), base64Encoded === true ? 'base64' : 'utf8'))
    if (eof === true) return Buffer.concat(parts)
  }
}
