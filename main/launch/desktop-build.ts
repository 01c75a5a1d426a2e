/**
 * Bundles the desktop program: main process and preload as CommonJS in build/app (the preload of a sandboxed page must be
 * one CommonJS file), the document worker beside them, the page in build/renderer. Only Electron and better-sqlite3 stay outside.
 */
import { join } from 'node:path'
import { build } from 'vite'
import { contract, eventNames } from '../../shared/ipc/contract.ts'
import { buildRenderer } from './renderer-build.ts'

/** `root`: the project folder. */
export async function buildDesktop(root: string): Promise<void> {
  await buildRenderer(root, () => {})
  await bundle(root, { main: join(root, 'main', 'main.ts') }, {})
  await bundle(
    root,
    { preload: join(root, 'main', 'preload', 'preload.ts') },
    {
      callNames: JSON.stringify(Object.keys(contract)),
      eventNames: JSON.stringify(eventNames),
    },
  )
}

async function bundle(root: string, input: Record<string, string>, define: Record<string, string>): Promise<void> {
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
      outDir: join(root, 'build', 'app'),
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunk-[hash].cjs',
          codeSplitting: true,
        },
      },
    },
  })
}
