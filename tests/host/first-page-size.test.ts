/** The script of the first page as it is built: what index.html has the browser fetch before anything is shown. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildRenderer } from '../../main/launch/renderer-build.ts'

const root = resolve(import.meta.dirname, '..', '..')
const page = join(root, 'build', 'renderer')

beforeAll(async () => void (await buildRenderer(root, () => {})), 120_000)

test('few files, and compressed a third of the 400 kB it may have: antd comes later', () => {
  const html = readFileSync(join(page, 'index.html'), 'utf8')
  const names = [
    ...new Set([...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].flatMap((match) => match[1] ?? [])),
  ]
  expect(names.some((name) => name.includes('/first-page-'))).toBe(true)
  expect(names.length).toBeLessThanOrEqual(4) // a browser asks for six at once
  const texts = names.map((name) => readFileSync(join(page, name), 'utf8'))
  const bytes = texts.map((text) => gzipSync(text).length).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeLessThan(130_000)
  expect(texts.filter((text) => text.includes('公益演出场次'))).toEqual([]) // the library comes with its panel
  // nothing else is imported at once
  const imported = texts.flatMap((text) => [...text.matchAll(/(?:from|import)\s*["`']\.\/([^"`']+\.js)["`']/g)])
  expect(imported.map((match) => `assets/${match[1]}`).filter((name) => !names.includes(name))).toEqual([])
})
