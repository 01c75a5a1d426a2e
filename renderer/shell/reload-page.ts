/** The page anew. In the desktop window a page may go nowhere by itself: the program loads it. */
import { call } from '../api.ts'

export async function reloadPage(): Promise<void> {
  const answer = await call('app.reload', {})
  if (!answer.ok || !answer.value.reloading) location.reload()
}
