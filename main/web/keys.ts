/**
 * What opens the browser host: tokens, each of which stands in one opening address and works once, and the keys pages get
 * for them. A page has two: its key, held in its memory alone, outlives the program (kept-keys.ts), so that a page which
 * was open when the program was killed saves again once it runs; its reload key lies in the browser's session storage and
 * ends with this run, because whoever takes the port while the program is away can read that storage with a page of his own.
 */
import { nameIn, secretIn } from '../../shared/ipc/line.ts'
import { mac, newKey, newWord } from './mac.ts'
import type { LineRefusal, PageKeys } from '../../shared/ipc/line.ts'

export interface KeptKeys {
  /** Keys of earlier runs on the same port, newest first. */
  keys: readonly string[]
  keep: (port: number, keys: readonly string[]) => void
}

/** Something a page can open a line with. */
export interface Opener {
  /** Known to the page and here only. */
  secret: string
  /** The page has shown that it has the secret: its keys. null: the token was used by another page meanwhile. */
  admit: () => PageKeys | null
}

export interface Keys {
  /** A token that works once; `lifeMs` null: without a limit of time. `onUsed`: when it was. */
  newToken: (lifeMs: number | null, onUsed: () => void) => string
  /** By the name the page says. */
  find: (name: string) => Opener | LineRefusal
  /** Before a key goes out: the next run will know it. Not done earlier, for a disk takes longer than a first answer. */
  keep: () => void
}

/** More pages than one person has open; the program's address opens one beyond them anew. */
const maximumKeys = 8
/** Tokens remembered as used or expired, to say so. */
const maximumPast = 64

export function createKeys(port: number, kept: KeptKeys, nowMs: () => number): Keys {
  const run = newWord()
  const tokens = new Map<string, { token: string; until: number; onUsed: () => void }>()
  const past = new Map<string, LineRefusal>()
  let keys = kept.keys.slice(0, maximumKeys)
  let areKept = true

  const end = (name: string, why: LineRefusal): void => {
    tokens.delete(name)
    past.set(name, why)
    for (const [oldest] of [...past].slice(0, -maximumPast)) past.delete(oldest)
  }
  const endExpired = (): void => {
    for (const [name, { until }] of tokens) if (until < nowMs()) end(name, 'expired')
  }
  const reloadKeyOf = (key: string): string => {
    const [name, secret] = ['name', 'secret'].map((part) => mac(secretIn(key), `reload ${part} ${run}`))
    return `${name?.slice(0, nameIn(key).length)}${secret}`
  }
  const toFront = (key: string): PageKeys => {
    keys = [key, ...keys.filter((one) => one !== key)].slice(0, maximumKeys)
    return { key, reloadKey: reloadKeyOf(key) }
  }
  const useToken = (name: string): PageKeys | null => {
    const { onUsed } = tokens.get(name) ?? {}
    if (!onUsed) return null
    end(name, 'used')
    areKept = false
    onUsed()
    return toFront(newKey())
  }
  return {
    newToken(lifeMs, onUsed) {
      const token = newKey()
      tokens.set(nameIn(token), { token, until: lifeMs === null ? Infinity : nowMs() + lifeMs, onUsed })
      return token
    },
    find(name) {
      endExpired()
      const offered = tokens.get(name)
      if (offered) return { secret: secretIn(offered.token), admit: () => useToken(name) }
      for (const key of keys) {
        const own = [key, reloadKeyOf(key)].find((one) => nameIn(one) === name)
        if (own !== undefined) return { secret: secretIn(own), admit: () => toFront(key) }
      }
      return past.get(name) ?? 'unknown'
    },
    keep() {
      if (!areKept) kept.keep(port, keys)
      areKept = true
    },
  }
}
