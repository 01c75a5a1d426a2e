/**
 * What this page can open a line with: the token of the address it was opened by, then its key, which is only in memory, or
 * the reload key in the browser's session storage. That one is good for one run of the program, because a page of whoever
 * takes the port while the program is away can read the storage.
 */
import { tokenInHash } from '../../shared/ipc/line.ts'
import type { PageKeys } from '../../shared/ipc/line.ts'

/** sessionStorage of the tab: a reload keeps it, a duplicated tab gets a copy, a new tab has none. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface Keyring {
  /** To try, the best first. */
  keys: () => string[]
  /** An address with a token was opened. */
  addToken: (token: string) => void
  /** The program does not take this one. The key in memory stays: another start of the program may know it. */
  refuse: (given: string) => void
  /** The program took it, and gave these. */
  replace: (keys: PageKeys) => void
}

const place = 'jibiao-key'

export function createKeyring(storage: TabStorage): Keyring {
  let token: string | null = null
  let key: string | null = null
  let reloadKey = storage.getItem(place)
  return {
    keys: () => [token, key ?? reloadKey].filter((one) => one !== null),
    addToken: (given) => void (token = given),
    refuse(given) {
      if (given === token) token = null
      if (given !== reloadKey || key !== null) return
      reloadKey = null
      storage.removeItem(place)
    },
    replace(keys) {
      token = null
      ;({ key, reloadKey } = keys)
      storage.setItem(place, keys.reloadKey)
    },
  }
}

/** The token of an opening address; '' where there is none. */
export const tokenOf = (hash: string): string => tokenInHash.exec(hash)?.[1] ?? ''
