/**
 * The line of this page to the browser host. The token of the opening address is taken out of it at once, so that it stands
 * neither on the screen nor in what is copied or kept from there.
 */
import { createKeyring, tokenOf } from './keyring.ts'
import type { TabStorage } from './keyring.ts'
import { createLine } from './line.ts'
import type { Line, LineParts } from './line.ts'
import type { Send } from './open-line.ts'

/** To the own address and nowhere else, with nothing but what we say. */
export const send: Send = (path, init) =>
  fetch(path, { ...init, credentials: 'omit', redirect: 'manual', cache: 'no-store', referrerPolicy: 'no-referrer' })

/** Call once, before anything else reads the address. */
export function startPageLine({ hear, changed }: Pick<LineParts, 'hear' | 'changed'>): Line {
  const keyring = createKeyring(tabStorage())
  const line = createLine({
    send,
    authority: location.host,
    keyring,
    hear,
    changed,
    isTapped: () => Boolean(navigator.serviceWorker?.controller),
    steadyMs: () => performance.now(),
  })
  const takeToken = (place: string): boolean => {
    const token = tokenOf(location.hash)
    if (token === '') return false
    history.replaceState(null, '', `${location.pathname}${place}`)
    line.addToken(token)
    return true
  }
  if (!takeToken('')) line.tryNow()
  // an address pasted over that of a page the program has forgotten: the page stays as it is
  window.addEventListener('hashchange', (event) => {
    if (takeToken(new URL(event.oldURL).hash)) event.stopImmediatePropagation()
  })
  document.addEventListener('visibilitychange', () => document.hidden || line.tryNow())
  return line
}

/** Without storage (switched off in the browser) a reload needs a new address. */
function tabStorage(): TabStorage {
  try {
    return sessionStorage
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
  }
}
