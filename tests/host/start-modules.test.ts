/**
 * What a start of the browser host loads: of the packages only those its first answers need. Writers, readers, the builder of the
 * page and Node's HTTP client cost more time than everything else together, and wait until somebody needs them.
 */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const mayLoad = ['better-sqlite3', 'big.js', 'fflate', 'get-east-asian-width', 'zod']
const root = resolve(import.meta.dirname, '..', '..')

test('a start loads the database, the contract and little else', () => {
  const host = pathToFileURL(join(root, 'main', 'launch', 'browser-host.ts')).href
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
    await import(${JSON.stringify(host)})
    const httpClient = process.moduleLoadList.some((name) => name.includes('undici'))
    process.stdout.write(JSON.stringify({ loaded, httpClient }))
  `
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
  const { loaded, httpClient } = JSON.parse(child.stdout) as { loaded: string[]; httpClient: boolean } // written above
  const packages = new Set(loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? []))
  expect(packages).toContain('better-sqlite3') // it sees them
  expect([...packages].filter((name) => !mayLoad.includes(name))).toEqual([])
  expect(loaded.filter((url) => url.includes('/main/documents/worker/run-jobs'))).toEqual([])
  expect(httpClient).toBe(false)
})
