/** A call of node:fs that the system refuses, as a virus scanner makes it do: for a while, or for names of a kind. The real one does the rest. */
import fs from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

type Call = (...words: unknown[]) => unknown // two names, or a name and options

/** The promise of `rename`, and the calls that wait. */
const modules = { rename: promises, renameSync: fs, linkSync: fs, rmSync: fs }

/** `refuses` is asked before each call; answers how often it said yes. */
export function refuseCalls(
  name: keyof typeof modules,
  refuses: (from: string, to: string) => boolean,
  code = 'EPERM',
): () => number {
  const real = Reflect.get(modules[name], name) as Call
  let refused = 0
  const put = (call: Call): void => {
    Object.assign(modules[name], { [name]: call })
    syncBuiltinESMExports()
  }
  put((...words) => {
    if (!refuses(String(words[0]), String(words[1]))) return real(...words)
    refused += 1
    const error = new Error(`${code}: operation not permitted, '${String(words[0])}'`)
    const thrown = Object.assign(error, { code, syscall: name })
    if (name === 'rename') return Promise.reject(thrown)
    throw thrown
  })
  onTestFinished(() => put(real))
  return () => refused
}
