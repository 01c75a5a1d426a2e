/**
 * The page's line to the browser host: opened, watched, opened again with growing pauses when it ends or falls silent. What
 * the page has to say waits for a line that is proven; without one nothing is said.
 */
import { isKey, lineHeaders } from '../../shared/ipc/line.ts'
import type { LineRefusal, PageKeys } from '../../shared/ipc/line.ts'
import type { Keyring } from './keyring.ts'
import { openLine } from './open-line.ts'
import type { OpenedLine, Send } from './open-line.ts'

export type LineState =
  | { kind: 'opening' }
  | { kind: 'open' }
  /** Nobody is there, or nobody answers: tried again. */
  | { kind: 'gone' }
  /** Another program has the address: tried again. */
  | { kind: 'foreign' }
  /** The program knows no key of this page; `none`: the page has none. Tried again where it was open before. */
  | { kind: 'shut'; why: LineRefusal | 'none'; wasOpen: boolean }

export interface LineParts {
  send: Send
  /** Host and port of the page's own address. */
  authority: string
  keyring: Keyring
  /** An event of the program: its name, and its data in JSON. */
  hear: (name: string, data: string) => void
  changed: (state: LineState) => void
  /** Somebody else's worker stands between the page and whatever it fetches. */
  isTapped: () => boolean
  /** In ms, from any moment; never set back. */
  steadyMs: () => number
}

export interface Line {
  state: () => LineState
  /** The secret to talk with; what is wrong where there is none even after one more try. */
  secret: () => Promise<string | LineState>
  /** What was sent with this secret did not arrive: whoever is there now has to prove himself anew. */
  distrust: (secret: string) => void
  /** Tries at once: the person is back. */
  tryNow: () => void
  /** An address was opened in this page: tries with its token, where there is no line. */
  addToken: (token: string) => void
  /** For good. */
  end: () => void
}

const pausesMs = [100, 300, 700, 1500, 3000]
/** The program gives a sign of life every 15 s. */
const silenceMs = 50_000
const lookMs = 2000
const anyLength = Infinity

export function createLine(parts: LineParts): Line {
  const { send, authority, keyring } = parts
  let state: LineState = { kind: 'opening' }
  let open: OpenedLine | null = null
  let trying: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let wasOpen = false
  let hasEnded = false

  const show = (next: LineState): void => {
    const isSame = wordOf(next) === wordOf(state)
    state = next
    if (!isSame) parts.changed(next)
  }
  const tryNow = (): void => void (open ?? attempt())
  const attempt = (): Promise<void> => {
    clearTimeout(timer)
    trying ??= tryKeys().then((opened) => {
      trying = null
      if ('secret' in opened) begin(opened)
      else {
        show(opened)
        if (opened.kind !== 'shut' || opened.wasOpen) tryLater()
      }
    })
    return trying
  }
  const tryLater = (): void => {
    if (hasEnded) return
    timer = setTimeout(tryNow, pausesMs[Math.min(failures, pausesMs.length - 1)])
    failures += 1
  }
  const tryKeys = async (): Promise<OpenedLine | LineState> => {
    if (parts.isTapped()) return { kind: 'foreign' }
    let why: LineRefusal | 'none' = 'none'
    for (const key of keyring.keys()) {
      const opened = await openLine(send, authority, key)
      if (opened.kind !== 'refused') return opened
      keyring.refuse(key)
      if (why === 'none') why = opened.why
    }
    return { kind: 'shut', why, wasOpen }
  }
  const begin = (opened: OpenedLine): void => {
    open = opened
    failures = 0
    wasOpen = true
    show({ kind: 'open' })
    void watch(opened)
    setTimeout(() => void fetchKeys(opened)) // after the calls that waited for this
  }
  const lose = (lost: OpenedLine): void => {
    lost.end()
    if (open !== lost) return
    open = null
    show({ kind: 'gone' })
    tryLater()
  }
  const watch = async (opened: OpenedLine): Promise<void> => {
    let heardAt = parts.steadyMs()
    const look = setInterval(() => {
      if (parts.steadyMs() - heardAt > silenceMs) lose(opened)
    }, lookMs)
    try {
      for (;;) {
        const event = await opened.next(anyLength)
        if (!event) break
        heardAt = parts.steadyMs()
        // what a listener throws is not the line's
        if (event.name !== '') queueMicrotask(() => parts.hear(event.name, event.data))
      }
    } catch {
      // ended by whatever broke it
    }
    clearInterval(look)
    lose(opened)
  }
  /** Shows the program that the page has the key too, and takes what to open the next line with. */
  const fetchKeys = async (opened: OpenedLine): Promise<void> => {
    try {
      const response = await send('/keys', { method: 'POST', headers: { [lineHeaders.session]: opened.secret } })
      const keys = toPageKeys(await response.json())
      if (keys) keyring.replace(keys)
      else lose(opened) // the token was used in the same moment elsewhere: the next try is told so
    } catch {
      lose(opened)
    }
  }
  return {
    state: () => state,
    async secret() {
      if (!open && (keyring.keys().length > 0 || state.kind === 'opening')) await attempt()
      return open?.secret ?? state
    },
    distrust: (secret) => open?.secret === secret && lose(open),
    tryNow,
    addToken(token) {
      if (open) return
      keyring.addToken(token)
      void Promise.resolve(trying).then(tryNow) // a try under way knows nothing of it
    },
    end() {
      hasEnded = true
      clearTimeout(timer)
      open?.end()
    },
  }
}

const wordOf = (state: LineState): string => (state.kind === 'shut' ? state.why : state.kind)

function toPageKeys(answer: unknown): PageKeys | null {
  const { value } = answer as { value?: unknown } // of our own program; null has none
  const { key, reloadKey } = (value ?? {}) as Record<string, unknown> // any value but null has readable fields
  return isKey(key) && isKey(reloadKey) ? { key, reloadKey } : null
}
