/**
 * Builds the page (renderer → build/renderer) when it is missing or older than its sources. The stamp holds a hash over
 * the names, sizes and contents of everything the build reads; a build that failed leaves no stamp.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json']

/** True when it built, false when the build was fresh. `root`: the project folder. */
export async function buildRenderer(root: string, announce: () => void): Promise<boolean> {
  const stampFile = join(root, 'build', 'renderer.stamp')
  const stamp = hashOf(root)
  const isBuilt = existsSync(join(root, 'build', 'renderer', 'index.html'))
  if (isBuilt && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  announce()
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'error' })
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stampFile, stamp)
  return true
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    const names = source.includes('.') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).toSorted()
    for (const name of names) {
      if (source.includes('.') || /\.(?:ts|tsx|css|html|svg|json)$/.test(name)) {
        hash.update(`${source}/${name}\n`).update(readFileSync(join(path, name)))
      }
    }
  }
  return hash.digest('hex')
}
