/**
 * Before the page goes away – its window or tab is closed, it is loaded anew – what is being typed is taken over, everything
 * is sent, and what the store does not have by then keeps the page. A browser then asks in its own words; the desktop
 * window asks through the program (main/app/life/closing.ts), which hears from here what is left.
 */
import { call, on } from '../api.ts'
import { tellLeaving } from '../shell/place.ts'
import { toWork, unsavedNow } from './unsaved.ts'

/** How long the program waits for what can still be saved. */
const longestMs = 2000

export function guardLeaving(): () => void {
  window.addEventListener('beforeunload', warn)
  const endAsked = on('unsaved.ask', () => void answer())
  return () => {
    window.removeEventListener('beforeunload', warn)
    endAsked()
  }
}

function warn(event: BeforeUnloadEvent): void {
  tellLeaving()
  const items = unsavedNow()
  for (const item of items) void item.flush()
  if (items.length > 0) event.preventDefault()
}

async function answer(): Promise<void> {
  tellLeaving()
  const { promise: late, resolve: ring } = Promise.withResolvers<null>()
  const timer = setTimeout(() => ring(null), longestMs)
  await Promise.race([late, Promise.all(unsavedNow().map((item) => item.flush()))])
  clearTimeout(timer)
  await call('unsaved.tell', toWork(unsavedNow()))
}
