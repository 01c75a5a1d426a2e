/**
 * A file that another program holds for a moment: a virus scanner reads every file just written, a synchroniser or the
 * preview of the file manager does the same, and Windows answers EPERM, EBUSY or EACCES to whoever renames or removes it
 * meanwhile. Nearly always it is free again within a second. So everything of ours that puts a file in its place tries
 * again after growing waits, and only then says that the file is held. This is the one home of that rule.
 */

/** Milliseconds before each further try, about three seconds in all. */
export const heldWaitsMs: readonly number[] = [50, 100, 200, 400, 800, 1500]

const heldCodes = new Set(['EPERM', 'EBUSY', 'EACCES'])

export function isHeld(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && heldCodes.has(String(thrown.code))
}

/** Runs `work` until it gets through, at most once more than there are waits; throws what the last try threw. */
export async function untilFree<T>(work: () => Promise<T>, waitsMs: readonly number[] = heldWaitsMs): Promise<T> {
  for (const ms of waitsMs) {
    try {
      return await work()
    } catch (thrown) {
      if (!isHeld(thrown)) throw thrown
      await new Promise((done) => setTimeout(done, ms))
    }
  }
  return work()
}

/** The same where nothing else may happen in between: the thread sleeps. */
export function untilFreeSync<T>(work: () => T, waitsMs: readonly number[] = heldWaitsMs): T {
  for (const ms of waitsMs) {
    try {
      return work()
    } catch (thrown) {
      if (!isHeld(thrown)) throw thrown
      pause(ms)
    }
  }
  return work()
}

/** The thread sleeps. */
export function pause(ms: number): void {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
