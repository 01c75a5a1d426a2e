/** Builds the page (renderer → build/renderer) when it is missing or older than its sources. */
import { join } from 'node:path'
import { buildWhenStale } from './build-when-stale.ts'

const sources = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json', 'main/launch/renderer-build.ts']

/** True when it built, false when the build was fresh. `root`: the project folder; `announce` is called before building. */
export async function buildRenderer(root: string, announce: () => void): Promise<boolean> {
  const output = join(root, 'build', 'renderer', 'index.html')
  const stamp = join(root, 'build', 'renderer.stamp')
  return buildWhenStale(
    output,
    stamp,
    sources.map((name) => join(root, name)),
    async () => {
      announce()
      await asForPeople(async () => {
        const { build } = await import('vite')
        await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'error' })
      })
    },
  )
}

/** The tests' NODE_ENV would put React's development build into the page: twice the script, and slow. */
async function asForPeople(work: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}
