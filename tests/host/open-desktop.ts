/** The desktop program on the double of Electron, in a folder of its own; for tests that mock `electron` with it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { startDesktop } from '../../main/app/desktop.ts'
import { double, WindowDouble } from './electron-double.ts'

export interface Desktop {
  folder: string
  window: WindowDouble
  call: (name: string, input: unknown, frame?: { url: string } | null) => Promise<unknown>
}

export interface DesktopOptions {
  files?: string[]
  /** Done before the start. */
  prepare?: (folder: string) => void
}

export async function openDesktop({ files = [], prepare }: DesktopOptions = {}): Promise<Desktop> {
  double.reset()
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-desktop-'))
  mkdirSync(join(folder, 'build', 'renderer'), { recursive: true })
  writeFileSync(join(folder, 'build', 'renderer', 'index.html'), '<!doctype html><title>绩表</title>')
  // In place of the bundles the sources; bundles.test.ts runs the bundles.
  mkdirSync(join(folder, 'build', 'app'))
  for (const source of ['documents/worker/run-jobs', 'documents/access/answer-access', 'store/worker/run-store-work']) {
    const { href } = new URL(`../../main/${source}.ts`, import.meta.url)
    writeFileSync(join(folder, 'build', 'app', `${basename(source)}.cjs`), `void import(${JSON.stringify(href)})`)
  }
  writeFileSync(join(folder, 'secret.txt'), 'not for the page')
  double.app.folder = folder
  prepare?.(folder)
  startDesktop({ data: join(folder, 'data'), workspace: undefined, files })
  await vi.waitUntil(() => WindowDouble.all.length > 0 || double.errorBoxes.length > 0)
  expect(double.errorBoxes).toEqual([])
  onTestFinished(async () => {
    double.app.emit('will-quit', { preventDefault: () => {} })
    await vi.waitUntil(() => double.app.quits > 0)
    rmSync(folder, { recursive: true })
  })
  const window = WindowDouble.all[0] as WindowDouble // waited for above
  return { folder, window, call: (name, input, frame) => double.invoke('call', [name, input], frame) }
}
