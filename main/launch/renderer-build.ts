/** Builds the page (renderer → build/renderer) when it is missing or older than its sources. */
import { join } from 'node:path'
import { buildWhenStale } from './build-when-stale.ts'

/** True when it built, false when the build was fresh. `root`: the project folder; `announce` is called before building. */
export async function buildRenderer(root: string, announce: () => void): Promise<boolean> {
  const output = join(root, 'build', 'renderer', 'index.html')
  const stamp = join(root, 'build', 'renderer.stamp')
  const sources = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'].map((name) => join(root, name))
  return buildWhenStale(output, stamp, sources, async () => {
    announce()
    const { build } = await import('vite')
    await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'error' })
  })
}
