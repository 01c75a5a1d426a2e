/**
 * Bundles the desktop program: main process, preload and document thread as one CommonJS file each in build/app, the page
 * in build/renderer. Only Electron and better-sqlite3 stay outside.
 */
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { contract } from '../../shared/ipc/contract.ts'
import { eventNames } from '../../shared/ipc/events.ts'
import { buildWhenStale } from './build-when-stale.ts'
import { licencesText, packageLicences } from './licences.ts'
import { buildRenderer } from './renderer-build.ts'

/** `root`: the project folder. True when something was built, false when everything was fresh. */
export async function buildDesktop(root: string): Promise<boolean> {
  const hasNewPage = await buildRenderer(root, () => {})
  return (await buildProgram(root)) || hasNewPage
}

/** Everything but the page. */
export function buildProgram(root: string): Promise<boolean> {
  const folder = join(root, 'build', 'app')
  return buildWhenStale(join(folder, 'main.cjs'), join(root, 'build', 'app.stamp'), programSources(root), async () => {
    rmSync(folder, { recursive: true, force: true })
    await bundle(root, 'main', 'main/main.ts', {})
    await bundle(root, 'run-jobs', 'main/documents/worker/run-jobs.ts', {})
    await bundle(root, 'run-store-work', 'main/store/worker/run-store-work.ts', {})
    await bundle(root, 'answer-access', 'main/documents/access/answer-access.ts', {})
    await bundle(root, 'preload', 'main/preload/preload.ts', {
      callNames: JSON.stringify(Object.keys(contract)),
      eventNames: JSON.stringify(eventNames),
    })
    copyFileSync(join(root, 'main', 'resources', 'icons', 'icon.png'), join(folder, 'icon.png'))
    writeFileSync(join(root, 'build', 'licences.txt'), licencesText(packageLicences(root)))
  })
}

const programSources = (root: string): string[] =>
  ['main', 'shared', 'package-lock.json'].map((name) => join(root, name))

/** One entry, one file: a sandboxed preload and a worker thread outside app.asar cannot load a second one. */
async function bundle(root: string, name: string, entry: string, define: Record<string, string>): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define,
    resolve: { alias: { exceljs: 'exceljs/dist/exceljs.min.js' } },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node24',
      minify: false, // stack traces in the log stay readable
      outDir: join(root, 'build', 'app'),
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { [name]: join(root, entry) },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  })
}
