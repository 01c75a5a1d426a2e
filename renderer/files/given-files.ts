/** Files named when the program was started, or started once more: their import page opens by itself. */
import { call, isDesktop, on } from '../api.ts'
import { goTo } from '../shell/place.ts'

export function followGivenFiles(): () => void {
  if (!isDesktop()) return () => {}
  void take()
  return on('import.given', () => void take())
}

async function take(): Promise<void> {
  const answer = await call('import.given', {})
  if (answer.ok && answer.value) goTo('import', [answer.value.token])
}
