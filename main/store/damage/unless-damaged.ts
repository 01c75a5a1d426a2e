/** For readings that go on where the bytes of one page are wrong. */
import { isDamage } from '../file/store-problem.ts'

/** null where what is read is damaged. */
export function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read()
  } catch (thrown) {
    if (isDamage(thrown)) return null
    throw thrown
  }
}
