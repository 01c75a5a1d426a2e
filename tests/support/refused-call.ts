/** A call of node:fs that the system refuses, as a virus scanner makes it do: for a while, or for names of a kind. The real one does the rest. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

type Refusable = 'renameSync' | 'linkSync' | 'rmSync'

/** `refuses` is asked before each call; answers how often it said yes. */
export function refuseCalls(
  name: Refusable,
  refuses: (from: string, to: string) => boolean,
  code = 'EPERM',
): () => number {
  const real = fs[name] as (...words: unknown[]) => unknown // two names, or a name and options
  let refused = 0
  const put = (call: unknown): void => void Object.assign(fs, { [name]: call })
  put((...words: unknown[]) => {
    if (!refuses(String(words[0]), String(words[1]))) return real(...words)
    refused += 1
    throw Object.assign(new Error(`${code}: operation not permitted, '${String(words[0])}'`), { code, syscall: name })
  })
  syncBuiltinESMExports()
  onTestFinished(() => {
    put(real)
    syncBuiltinESMExports()
  })
  return () => refused
}
