/**
 * Runs a build when its output is missing or older than its sources. The stamp beside the output holds a hash over the
 * names and contents of everything the build reads; a build that failed leaves no stamp.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `output`: a file or folder the build makes; `sources`: files and folders. True when it built. */
export async function buildWhenStale(
  output: string,
  stampFile: string,
  sources: readonly string[],
  build: () => Promise<void>,
): Promise<boolean> {
  const stamp = hashOf(sources)
  if (existsSync(output) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  rmSync(stampFile, { force: true })
  await build()
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
  return true
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (name: string, path: string): void => void hash.update(`${name}\n`).update(readFileSync(path))
  for (const source of sources) {
    if (statSync(source).isFile()) add(source, source)
    else for (const name of filesIn(source)) add(name, join(source, name))
  }
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => /\.(?:ts|tsx|css|html|svg|json|png)$/.test(name)).toSorted()
}
